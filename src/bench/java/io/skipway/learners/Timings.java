package io.skipway.learners;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** How long each step took, of all learners, and what went wrong. */
final class Timings {
    private final Map<Step, Queue<Double>> millis = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> errors = new ConcurrentHashMap<>();

    /** What a person waits for. */
    enum Step {
        SIGN_IN,
        HOME,
        /** The lesson's page, its first words with the server, and the answers of all its exercises. */
        OPEN,
        SAVE,
        SUBMIT,
        /** Whether something was saved on another device, which nobody waits for. */
        FOLLOW,
        /** From the press until what was measured is shown. */
        RUN
    }

    interface Doing {
        void run() throws Exception;
    }

    /** Does it; what it throws is an error of this step. */
    void measure(Step step, Doing doing) throws InterruptedException {
        var start = System.nanoTime();
        try {
            doing.run();
            millis.computeIfAbsent(step, first -> new ConcurrentLinkedQueue<>()).add((System.nanoTime() - start) / 1e6);
        } catch (InterruptedException ended) {
            throw ended;
        } catch (Exception | AssertionError wrong) {
            var told = "%s: %s"
                    .formatted(step, String.valueOf(wrong).lines().findFirst().orElse(""));
            errors.computeIfAbsent(told, first -> new AtomicInteger()).incrementAndGet();
        }
    }

    int errors() {
        return errors.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    /** In milliseconds; 0 where the step was never done. */
    double percentile(Step step, double share) {
        var sorted = sorted(step);
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    int count(Step step) {
        return sorted(step).length;
    }

    void print() {
        System.out.printf("  %-8s %8s %8s %8s %8s %8s%n", "ms", "n", "p50", "p95", "p99", "max");
        for (var step : Step.values()) {
            System.out.printf(
                    Locale.ROOT,
                    "  %-8s %8d %8.0f %8.0f %8.0f %8.0f%n",
                    step.name().toLowerCase(Locale.ROOT),
                    count(step),
                    percentile(step, 0.50),
                    percentile(step, 0.95),
                    percentile(step, 0.99),
                    percentile(step, 1));
        }
        new LinkedHashMap<>(errors).forEach((what, many) -> System.out.printf("  error, %s times: %s%n", many, what));
    }

    private double[] sorted(Step step) {
        var times = millis.getOrDefault(step, new ConcurrentLinkedQueue<>()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        Arrays.sort(times);
        return times;
    }
}
