package io.skipway.lab.engine.stack;

import org.jspecify.annotations.Nullable;

/** The network of a {@link Layout}. */
public interface DenseNetwork extends LearningNetwork {
    @Override
    default double evaluate(double[] features, int[] labels) {
        return evaluate(features, labels, 0);
    }

    /**
     * The mean loss of the batch, and nothing else.
     *
     * @param without leaves out this layer, from 1 to the depth, so that h passes as it is; 0 leaves out none
     */
    double evaluate(double[] features, int[] labels, int without);

    /** The norms of dL/dh_0 (the input) to dL/dh_depth in the last step. */
    double[] dh();

    /** The norms of dL/dW of layer 1 to depth in the last step. */
    double[] dw();

    /** What a layer's branch gave in the last step whose gradients were told, [batch, width]. */
    double[] units(int layer);

    /**
     * What it says of examples that are no batch, before the softmax: normalisation is by the last batch. Null from the
     * reference, which draws no planes.
     *
     * @param features [batch, inputs] in row-major order
     * @return [batch, classes]
     */
    default double @Nullable [] tell(double[] features) {
        return null;
    }
}
