package io.skipway.lab;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares a replay with the run that it repeats. */
@Component
class Replays {
    /** Of double precision; norm-wise for each array. */
    private static final double TOLERANCE = 1e-9;

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
        boolean sameKernel = runs.find(original).orElseThrow().digest().equals(replay.digest());
        var before = measurements.after(original, 0);
        var now = measurements.after(replay.run(), 0);
        if (!sameKernel) {
            return Comparing.fromEqualParameters(before, now, TOLERANCE);
        }
        var comparing = new Comparing();
        comparing.compare(before, now);
        return comparing.result(true, TOLERANCE);
    }
}
