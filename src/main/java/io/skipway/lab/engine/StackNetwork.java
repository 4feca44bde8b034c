package io.skipway.lab.engine;

import io.skipway.lab.GradientFlow;
import io.skipway.lab.Measurement.Profile;
import io.skipway.lab.Normalisation;
import io.skipway.lab.Skip;
import io.skipway.lab.engine.stack.Layout;
import io.skipway.lab.engine.stack.OpenBlas;
import io.skipway.lab.engine.stack.Optimiser;
import io.skipway.lab.engine.stack.UniformStack;
import java.util.List;
import java.util.stream.DoubleStream;

/** {@link DenseStack}'s network on a {@link UniformStack}, in double. */
final class StackNetwork implements FlowNetwork {
    private final UniformStack<double[]> stack;

    StackNetwork(
            OpenBlas.Products products,
            GradientFlow settings,
            boolean residual,
            int inputs,
            int classes,
            List<double[]> start) {
        stack = products.inDouble(
                layout(settings, residual, inputs, classes, GradientFlows.BATCH),
                start,
                new Optimiser.Descent(settings.learningRate()));
    }

    static Layout layout(GradientFlow settings, boolean residual, int inputs, int classes, int batch) {
        return new Layout(
                inputs,
                settings.width(),
                settings.depth(),
                classes,
                batch,
                settings.activation(),
                settings.normalisation() == Normalisation.BATCH,
                residual,
                settings.skip() == Skip.SCALED ? settings.scale() : 1);
    }

    @Override
    public Profile measure(Batch batch) {
        var loss = learn(batch);
        return new Profile(loss, stack.accuracy(batch.labels()), list(stack.dh()), list(stack.dw()));
    }

    @Override
    public double learn(Batch batch) {
        return stack.learn(batch.features(), batch.labels());
    }

    private static List<Double> list(double[] values) {
        return DoubleStream.of(values).boxed().toList();
    }
}
