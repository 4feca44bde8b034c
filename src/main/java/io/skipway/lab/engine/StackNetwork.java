package io.skipway.lab.engine;

import io.skipway.lab.GradientFlow;
import io.skipway.lab.Measurement.Profile;
import io.skipway.lab.Normalisation;
import io.skipway.lab.Skip;
import io.skipway.lab.engine.stack.DenseNetwork;
import io.skipway.lab.engine.stack.Layout;
import io.skipway.lab.engine.stack.Networks;
import io.skipway.lab.engine.stack.Optimiser;
import java.util.List;
import java.util.stream.DoubleStream;

/** A {@link DenseNetwork} of either engine that learns by plain gradient descent, in double. */
final class StackNetwork implements FlowNetwork {
    private final DenseNetwork network;

    StackNetwork(DenseNetwork network) {
        this.network = network;
    }

    StackNetwork(
            Networks networks, GradientFlow settings, boolean residual, int inputs, int classes, List<double[]> start) {
        this(networks.inDouble(
                layout(settings, residual, inputs, classes, GradientFlows.BATCH),
                start,
                new Optimiser.Descent(settings.learningRate())));
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
        return new Profile(loss, network.accuracy(batch.labels()), list(network.dh()), list(network.dw()));
    }

    @Override
    public double learn(Batch batch) {
        return network.learn(batch.features(), batch.labels());
    }

    private static List<Double> list(double[] values) {
        return DoubleStream.of(values).boxed().toList();
    }
}
