package io.skipway.lab.engine.stack;

/** The network of an {@link ImageLayout}; its weights are told as {@link ImageStack} has them, kernels as [3, 3, out, in]. */
public interface ImageNetwork extends LearningNetwork {
    /** The norm of the gradient of the first convolution, the stem, in the last step. */
    double stemNorm();
}
