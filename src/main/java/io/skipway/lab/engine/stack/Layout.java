package io.skipway.lab.engine.stack;

import io.skipway.lab.Activation;

/**
 * A stack of {@code depth} dense layers {@code act(BN(W h))} of equal width without biases, plain or with
 * {@code h + scale act(BN(W h))} (He et al. 2015, eq. 1), and a head of softmax cross-entropy. h_0 is the input itself
 * where it is as wide as the layers; else a linear stem makes h_0 of it.
 *
 * @param batch examples of every step
 * @param activation sigmoid, tanh or ReLU
 * @param scale of the branch where the stack is residual
 * @param epsilon is added to the variance where the stack is normalised
 */
public record Layout(
        int inputs,
        int width,
        int depth,
        int classes,
        int batch,
        Activation activation,
        boolean normalised,
        boolean residual,
        double scale,
        double epsilon) {
    /** Of every stack that is not told otherwise. */
    public static final double EPSILON = 1e-5;

    public Layout {
        if (activation == Activation.IDENTITY) {
            throw new IllegalArgumentException("A stack of linear layers is one linear layer");
        }
    }

    public Layout(
            int inputs,
            int width,
            int depth,
            int classes,
            int batch,
            Activation activation,
            boolean normalised,
            boolean residual,
            double scale) {
        this(inputs, width, depth, classes, batch, activation, normalised, residual, scale, EPSILON);
    }

    /** The same network of another depth. */
    public Layout withDepth(int other) {
        return new Layout(inputs, width, other, classes, batch, activation, normalised, residual, scale, epsilon);
    }

    /** Whether a linear layer makes h_0 of the input. */
    public boolean hasStem() {
        return inputs != width;
    }
}
