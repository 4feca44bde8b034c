package io.skipway.lab.network;

import java.util.Map;

/**
 * The gradients of the batch-mean loss.
 *
 * @param parameters by {@code node.parameter}, as {@code d0.W}
 * @param activations by what comes out of each node, and by the input
 */
public record NetworkGradients(double loss, Map<String, Gradient> parameters, Map<String, Gradient> activations) {

    /** One array, with its Euclidean norm, which may be in range where its squares are not. */
    public static final class Gradient {
        private final double norm;
        private final Tensor values;

        public Gradient(double norm, Tensor values) {
            this.norm = norm;
            this.values = values;
        }

        public double norm() {
            return norm;
        }

        public Tensor values() {
            return values;
        }
    }
}
