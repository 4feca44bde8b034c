package io.skipway.lab.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Processor time of the thread, which others on the machine disturb least; the rounds alternate between the candidates, so
 * that what slows one slows all of them; medians.
 */
final class Rounds {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 41;
    private static final double ROUND_MILLIS = 4;

    private Rounds() {}

    /** Measures and prints; a floor is named {@code floor, float} or {@code floor, double}. */
    static void measure(String what, Map<String, Runnable> steps) {
        print(what, medians(steps));
    }

    private static Map<String, Double> medians(Map<String, Runnable> steps) {
        var repeats = new LinkedHashMap<String, Integer>();
        // Twice: the first time nothing is compiled.
        for (var i = 0; i < 2; i++) {
            steps.forEach((name, step) -> repeats.put(name, repeatsFor(step)));
        }
        var times = new LinkedHashMap<String, double[]>();
        for (var round = 0; round < ROUNDS; round++) {
            for (var each : steps.entrySet()) {
                var count = repeats.getOrDefault(each.getKey(), 1);
                times.computeIfAbsent(each.getKey(), _ -> new double[ROUNDS])[round] =
                        millis(each.getValue(), count) / count;
            }
        }
        var medians = new LinkedHashMap<String, Double>();
        times.forEach((name, values) -> {
            Arrays.sort(values);
            medians.put(name, values[ROUNDS / 2]);
        });
        return medians;
    }

    /** How often it fits into a round, after a second of warming up. */
    private static int repeatsFor(Runnable step) {
        var count = 0;
        var start = System.nanoTime();
        while (System.nanoTime() - start < 1_000_000_000) {
            step.run();
            count++;
        }
        return Math.max(1, (int) (count * ROUND_MILLIS / 1000));
    }

    private static double millis(Runnable step, int count) {
        var start = THREADS.getCurrentThreadCpuTime();
        for (var i = 0; i < count; i++) {
            step.run();
        }
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    }

    private static void print(String what, Map<String, Double> medians) {
        System.out.printf("%n%-15s  ms a step   of its floor%n", what);
        medians.forEach((name, time) -> {
            var floor = medians.getOrDefault(name.endsWith("float") ? "floor, float" : "floor, double", time);
            System.out.printf("%-15s %10.3f %14.2f%n", name, time, time / floor);
        });
    }
}
