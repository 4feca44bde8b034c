package io.skipway.lab;

/** How much an exploration computes, as its settings declare it, so that it can be refused before it starts. */
final class Effort {
    /** Forward, and backward by the input and by the weights. */
    private static final long PASSES = 3;
    /** Plain and residual. */
    private static final long NETWORKS = 2;

    private static final long BATCH = 32;

    private Effort() {}

    /** Multiply-accumulates of the initialised networks, to the order of magnitude. */
    static long of(Experiment experiment) {
        return switch (experiment) {
            case GradientFlow it -> NETWORKS * PASSES * BATCH * it.depth() * square(it.width());
            case IdentityTerm it -> PASSES * square(it.width()) * it.width();
            case Remedies it -> 6 * NETWORKS * PASSES * BATCH * it.depth() * square(Remedies.WIDTH);
            case Health it -> PASSES * BATCH * it.depth() * square(32);
            // They have nothing to show before they have trained, which is for a run.
            case Lesion _, Landscape _, Degradation _ -> Long.MAX_VALUE;
            // Nothing is timed, so it is counting only.
            case Bottleneck _, Architectures _ -> 0;
            case Stacked3x3 it -> PASSES * (stack(it) + single(it));
        };
    }

    /** What the columns and classes of a file add: each network's stem and head. */
    static long ofData(Experiment experiment, int columns, int classes) {
        var sides = PASSES * BATCH * NETWORKS * (columns + classes);
        return switch (experiment) {
            case GradientFlow it -> sides * it.width();
            case Remedies _ -> 6 * sides * Remedies.WIDTH;
            default -> 0;
        };
    }

    private static long stack(Stacked3x3 it) {
        return 9L * it.layers() * square(it.channels()) * square(side(it));
    }

    private static long single(Stacked3x3 it) {
        return square(side(it)) * square(it.channels()) * square(side(it));
    }

    /** The one large kernel is as wide as what it sees. */
    private static long side(Stacked3x3 it) {
        return 2L * it.layers() + 1;
    }

    private static long square(long side) {
        return side * side;
    }
}
