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
import org.jspecify.annotations.Nullable;

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

    @Override
    public int @Nullable [] classes(Batch batch, double[] rows, int inputs) {
        network.evaluate(batch.features(), batch.labels(), 0);
        var many = rows.length / inputs;
        var size = batch.labels().length;
        var some = new double[size * inputs];
        var classes = new int[many];
        for (var first = 0; first < many; first += size) {
            var count = Math.min(size, many - first);
            System.arraycopy(rows, first * inputs, some, 0, count * inputs);
            var logits = network.tell(some);
            if (logits == null) {
                return null;
            }
            for (var i = 0; i < count; i++) {
                classes[first + i] = largest(logits, i * logits.length / size, logits.length / size);
            }
        }
        return classes;
    }

    private static int largest(double[] logits, int start, int classes) {
        var largest = 0;
        for (var i = 1; i < classes; i++) {
            if (logits[start + i] > logits[start + largest]) {
                largest = i;
            }
        }
        return largest;
    }

    private static List<Double> list(double[] values) {
        return DoubleStream.of(values).boxed().toList();
    }
}
