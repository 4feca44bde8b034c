package io.skipway.lab;

import java.util.Map;

/**
 * How much an experiment may declare before it starts: the multiply-accumulates of all its steps, forward and back, and the
 * numbers that it holds at once, of weights and of what passes through them.
 */
final class Bounds {
    /** A step goes forward, and back by the input and by the weights. */
    static final long PASSES = 3;
    /** 300 MB in double. */
    static final long MOST_NUMBERS = 40_000_000;

    private Bounds() {}

    /**
     * Refuses what declares more.
     *
     * @throws ExperimentRejected {@code too-large}, with what is too large, how large it is and its bound
     */
    static void require(long work, long mostWork, long parameters, long activations) {
        require("multiply-accumulates", work, mostWork);
        require("parameters", parameters, MOST_NUMBERS);
        require("activations", activations, MOST_NUMBERS);
    }

    /** As {@link #require(long, long, long, long)}, of one thing. */
    static void require(String what, long value, long bound) {
        if (value > bound) {
            throw new ExperimentRejected("too-large", Map.of("what", what, "value", value, "bound", bound));
        }
    }
}
