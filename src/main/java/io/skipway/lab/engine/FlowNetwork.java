package io.skipway.lab.engine;

import io.skipway.lab.Measurement.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the two networks of a {@link io.skipway.lab.GradientFlow}, which learns by plain gradient descent. */
interface FlowNetwork extends AutoCloseable {

    /** A part of the data: features [batch, inputs] in row-major order, labels [batch]. Nobody writes into it. */
    final class Batch {
        private final double[] features;
        private final int[] labels;

        Batch(double[] features, int[] labels) {
            this.features = features;
            this.labels = labels;
        }

        double[] features() {
            return features;
        }

        int[] labels() {
            return labels;
        }
    }

    /** Makes the plain or the residual network of an experiment, from the stem, if it has one, the layers and the head. */
    interface Maker {
        FlowNetwork make(boolean residual, int inputs, int classes, List<double[]> start);
    }

    /** One step, and the profile before it; gradients are of the batch's mean loss. */
    Profile measure(Batch batch);

    /** One step, and the loss before it. */
    double learn(Batch batch);

    /**
     * The class that it gives each row as it is now; null from the reference, which draws no planes.
     *
     * @param batch by which it normalises, if it does
     * @param rows [many, inputs] in row-major order
     */
    default int @Nullable [] classes(Batch batch, double[] rows, int inputs) {
        return null;
    }

    @Override
    default void close() {}
}
