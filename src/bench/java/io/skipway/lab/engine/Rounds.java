package io.skipway.lab.engine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rounds that alternate between the candidates, so that what slows one slows all of them. */
final class Rounds {
    private static final int ROUNDS = 21;
    private static final double WARM_MILLIS = 1_000;

    private Rounds() {}

    /** The median of each candidate, in milliseconds a step. */
    static Map<String, Double> medians(Map<String, Candidate> candidates) {
        var repeats = new LinkedHashMap<String, Integer>();
        candidates.forEach((name, candidate) -> repeats.put(name, repeats(candidate)));
        var times = new LinkedHashMap<String, double[]>();
        for (var round = 0; round < ROUNDS; round++) {
            for (var each : candidates.entrySet()) {
                int count = repeats.getOrDefault(each.getKey(), 1);
                times.computeIfAbsent(each.getKey(), _ -> new double[ROUNDS])[round] =
                        each.getValue().millis(count) / count;
            }
        }
        var medians = new LinkedHashMap<String, Double>();
        times.forEach((name, values) -> {
            Arrays.sort(values);
            medians.put(name, values[ROUNDS / 2]);
        });
        return medians;
    }

    /** How many steps a round takes, found while all that is to be compiled is. */
    private static int repeats(Candidate candidate) {
        var steps = 1;
        for (double spent = 0; spent < WARM_MILLIS; ) {
            var millis = candidate.millis(steps);
            spent += Math.max(millis, 1);
            if (millis < candidate.roundMillis()) {
                steps *= 2;
            }
        }
        return steps;
    }
}
