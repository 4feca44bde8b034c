package io.skipway.lab;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares a replay with the run that it repeats. */
@Component
class Replays {
    /** Norm-wise for each array. */
    private static final double IN_DOUBLE = 1e-9;

    private static final double IN_FLOAT = 1e-5;

    private final Runs runs;
    private final Measurements measurements;

    Replays(Runs runs, Measurements measurements) {
        this.runs = runs;
        this.measurements = measurements;
    }

    /**
     * Equal digests mean the same engine on the same kernel, which owes the same bits; another owes the tolerance. Null
     * for a run that is no replay.
     */
    Run.@Nullable Comparison compare(Job replay) {
        var original = replay.original();
        if (original == null) {
            return null;
        }
        var run = runs.find(original).orElseThrow();
        return compare(run, measurements.after(replay.run(), 0), run.digest().equals(replay.digest()));
    }

    /** As {@link #compare(Job)}, with what was measured now. */
    Run.Comparison compare(Run original, List<Run.Entry> now, boolean sameKernel) {
        var before = measurements.after(original.id(), 0);
        var tolerance = tolerance(original.experiment());
        if (!sameKernel) {
            return Comparing.fromEqualParameters(before, now, tolerance);
        }
        var comparing = new Comparing();
        comparing.compare(before, now);
        return comparing.result(true, tolerance);
    }

    private static double tolerance(Experiment experiment) {
        return experiment instanceof Degradation || experiment instanceof Landscape ? IN_FLOAT : IN_DOUBLE;
    }
}
