package io.skipway.lab.engine.stack;

/**
 * How parameters p follow their gradients g, at step t = 1, 2, ... The equations are those of the network library, so that
 * both engines go the same way.
 */
public sealed interface Optimiser {
    /** How many arrays, of the size of the parameter and at first 0, it remembers. */
    int memories();

    /**
     * Takes one step.
     *
     * @param gradient g divided by {@code factor}, a power of two
     */
    <A> void update(Parameter<A> parameter, A gradient, double factor, int t, Loops<A> loops);

    /** Plain gradient descent, {@code p -= rate g}. */
    record Descent(double rate) implements Optimiser {
        @Override
        public int memories() {
            return 0;
        }

        @Override
        public <A> void update(Parameter<A> parameter, A gradient, double factor, int t, Loops<A> loops) {
            loops.descend(gradient, rate * factor, parameter.value());
        }
    }

    /**
     * Nesterov's momentum, {@code v' = mu v - rate g} and {@code p += (1 + mu) v' - mu v}: Sutskever et al. 2013, eq. 3
     * and 4, written for the point that is looked ahead to (Bengio et al. 2013, eq. 7).
     */
    record Nesterov(double rate, double momentum) implements Optimiser {
        @Override
        public int memories() {
            return 1;
        }

        @Override
        public <A> void update(Parameter<A> parameter, A gradient, double factor, int t, Loops<A> loops) {
            loops.nesterov(gradient, rate * factor, momentum, parameter.memory(0), parameter.value());
        }
    }

    /**
     * Adam (Kingma and Ba 2015): {@code m = b1 m + (1 - b1) g}, {@code v = b2 v + (1 - b2) g²}, and in the order of
     * operations at the end of their section 2 {@code p -= rate √(1 - b2^t) / (1 - b1^t) m / (√v + epsilon)}.
     */
    record Adam(double rate, double b1, double b2, double epsilon) implements Optimiser {
        /** With the authors' settings. */
        public Adam(double rate) {
            this(rate, 0.9, 0.999, 1e-8);
        }

        @Override
        public int memories() {
            return 2;
        }

        @Override
        public <A> void update(Parameter<A> parameter, A gradient, double factor, int t, Loops<A> loops) {
            var corrected = rate * Math.sqrt(1 - Math.pow(b2, t)) / (1 - Math.pow(b1, t));
            // Such a gradient moves nothing by more than 1e-9 of the rate, but the memories fade with it.
            var kept = factor < loops.negligible() ? 0 : factor;
            loops.adam(
                    gradient,
                    kept,
                    b1,
                    b2,
                    corrected,
                    epsilon,
                    parameter.memory(0),
                    parameter.memory(1),
                    parameter.value());
        }
    }
}
