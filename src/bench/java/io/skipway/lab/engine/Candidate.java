package io.skipway.lab.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Supplier;

/** A network that learns step by step, and is timed. */
interface Candidate extends AutoCloseable {
    /** Takes one step; gives the norms of its gradients by the weights of the layers, from the first to the last. */
    double[] norms();

    /** Processor time of so many steps, in milliseconds. */
    double millis(int steps);

    /** How long a round of it should be, for its clock to tell. */
    default double roundMillis() {
        return 40;
    }

    @Override
    default void close() {}

    /** A candidate on this thread, whose processor time others on the machine disturb least. */
    static Candidate here(Runnable step, Supplier<double[]> norms, Runnable close) {
        return new Candidate() {
            private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

            @Override
            public double[] norms() {
                return norms.get();
            }

            @Override
            public double millis(int steps) {
                var start = THREADS.getCurrentThreadCpuTime();
                for (var i = 0; i < steps; i++) {
                    step.run();
                }
                return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
            }

            @Override
            public void close() {
                close.run();
            }
        };
    }
}
