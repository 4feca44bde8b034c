package io.skipway.lab.engine;

import io.skipway.lab.Activation;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.Health;
import io.skipway.lab.Measurement.Vitals;
import io.skipway.lab.Normalisation;
import io.skipway.lab.Skip;
import io.skipway.lab.engine.stack.Optimiser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Computes {@link Health}: at some steps of a training, the gradients are laid beside the weights. */
final class HealthChecks {
    private static final int WIDTH = 32;
    private static final int CHECKS = 40;
    /** What moves nothing at all moves by less than any number. */
    private static final double LEAST = Math.log10(Double.MIN_VALUE);

    private final Health settings;
    private final Learner learner;
    private final Learner.Judge judge;

    HealthChecks(Health settings, Learner.Maker maker) {
        this.settings = settings;
        var shape = new GradientFlow(
                settings.depth(),
                WIDTH,
                settings.activation(),
                settings.initialiser(),
                settings.sd(),
                Normalisation.NONE,
                settings.skip(),
                1,
                "digits",
                0,
                1e-3,
                settings.seed());
        learner = new Learner(
                maker,
                shape,
                settings.skip() == Skip.IDENTITY,
                new Optimiser.Descent(settings.learningRate()),
                GradientFlows.BATCH);
        judge = learner.onTest();
    }

    void run(int steps, Engine.Progress progress) {
        var every = Math.max(1, Math.ceilDiv(steps, CHECKS));
        for (var step = 0; step < steps && !progress.cancelled(); step++) {
            if (step % every == 0 || step == steps - 1) {
                progress.measured(check(step));
            } else {
                EngineFailure.requireFinite(learner.learn(), step, "network");
            }
        }
    }

    private Vitals check(int step) {
        var sizes = new HashMap<String, Double>();
        learner.stack().weights().forEach((name, weights) -> sizes.put(name, mean(weights)));
        var updates = new HashMap<String, Double>();
        // From the gradient, for what is so small is lost when it is added to a weight.
        var loss = learner.learn((name, gradient, exponent) -> {
            if (sizes.containsKey(name)) {
                updates.put(name, Math.log10(settings.learningRate() * mean(gradient)) + exponent * Math.log10(2));
            }
        });
        EngineFailure.requireFinite(loss, step, "network");
        var update = new ArrayList<Double>();
        var deviation = new ArrayList<Double>();
        var dead = new ArrayList<Double>();
        for (var layer = 1; layer <= settings.depth(); layer++) {
            var name = "f" + layer + "_W";
            update.add(Math.max(
                    LEAST,
                    Objects.requireNonNull(updates.get(name)) - Math.log10(Objects.requireNonNull(sizes.get(name)))));
            deviation.add(deviation(learner.stack().units(layer)));
            dead.add(
                    settings.activation() == Activation.RELU
                            ? dead(learner.stack().units(layer))
                            : 0);
        }
        return new Vitals(
                step,
                loss,
                learner.batchAccuracy(),
                List.copyOf(update),
                List.copyOf(deviation),
                List.copyOf(dead),
                judge.accuracy());
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).map(Math::abs).average().orElseThrow();
    }

    private static double deviation(double[] units) {
        var mean = IntStream.range(0, units.length)
                .mapToDouble(i -> units[i])
                .average()
                .orElseThrow();
        var squares = IntStream.range(0, units.length)
                .mapToDouble(i -> (units[i] - mean) * (units[i] - mean))
                .average()
                .orElseThrow();
        return Math.sqrt(squares);
    }

    /** @param units [batch, WIDTH] */
    private static double dead(double[] units) {
        return IntStream.range(0, WIDTH)
                        .filter(unit -> IntStream.iterate(unit, i -> i < units.length, i -> i + WIDTH)
                                .allMatch(i -> units[i] == 0))
                        .count()
                / (double) WIDTH;
    }
}
