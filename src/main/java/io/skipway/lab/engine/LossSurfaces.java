package io.skipway.lab.engine;

import io.skipway.lab.Activation;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.Initialiser;
import io.skipway.lab.Landscape;
import io.skipway.lab.Measurement.Surface;
import io.skipway.lab.Measurement.Surfaces;
import io.skipway.lab.Normalisation;
import io.skipway.lab.Skip;
import io.skipway.lab.engine.stack.Optimiser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Computes {@link Landscape}: the loss at {@code w + s d + t e}, where each unit's part of the random directions d
 * and e is as long as that unit's weights (Li et al. 2018, section 4).
 */
final class LossSurfaces {
    static final int SIDE = 25;
    private static final int EXAMPLES = 512;
    private static final int BATCH = 128;
    private static final double RATE = 1e-3;

    private final Landscape settings;
    private final Learner.Maker maker;

    LossSurfaces(Landscape settings, Learner.Maker maker) {
        this.settings = settings;
        this.maker = maker;
    }

    void run(Engine.Progress progress) {
        var plain = surface(false, progress);
        var residual = surface(true, progress);
        if (!progress.cancelled()) {
            progress.measured(new Surfaces(settings.extent(), plain, residual));
        }
    }

    private Surface surface(boolean residual, Engine.Progress progress) {
        var learner = learner(residual);
        for (var step = 0; step < settings.steps() && !progress.cancelled(); step++) {
            EngineFailure.requireFinite(learner.learn(), step, residual ? "residual" : "plain");
        }
        var judge = learner.onTraining(EXAMPLES);
        var loss = judge.loss();
        var accuracy = judge.accuracy();
        var weights = learner.stack().weights();
        var random = new Random(settings.seed());
        var first = direction(weights, random);
        var second = direction(weights, random);
        var losses = new ArrayList<List<Double>>();
        for (var row = 0; row < SIDE && !progress.cancelled(); row++) {
            var line = new ArrayList<Double>();
            for (var column = 0; column < SIDE; column++) {
                judge.copy().put(moved(weights, first, along(column), second, along(row)));
                line.add(judge.lossAsItIs());
            }
            losses.add(List.copyOf(line));
        }
        return new Surface(loss, accuracy, List.copyOf(losses));
    }

    /** From -extent to extent. */
    private double along(int index) {
        var middle = SIDE / 2;
        return settings.extent() * (index - middle) / middle;
    }

    private static Map<String, double[]> moved(
            Map<String, double[]> weights,
            Map<String, double[]> first,
            double s,
            Map<String, double[]> second,
            double t) {
        var moved = new HashMap<String, double[]>();
        weights.forEach((name, w) -> {
            var d = Objects.requireNonNull(first.get(name));
            var e = Objects.requireNonNull(second.get(name));
            var out = new double[w.length];
            for (var j = 0; j < w.length; j++) {
                out[j] = w[j] + s * d[j] + t * e[j];
            }
            moved.put(name, out);
        });
        return moved;
    }

    private Map<String, double[]> direction(Map<String, double[]> weights, Random random) {
        var directions = new HashMap<String, double[]>();
        weights.forEach((name, own) -> {
            var units = name.equals("head_W") ? own.length / settings.width() : settings.width();
            directions.put(name, direction(own, units, random));
        });
        return directions;
    }

    /** @param weights [in, units], row-major: the weights of a unit stand in one column */
    private static double[] direction(double[] weights, int units, Random random) {
        var direction = new double[weights.length];
        for (var j = 0; j < direction.length; j++) {
            direction[j] = random.nextGaussian();
        }
        for (var unit = 0; unit < units; unit++) {
            var own = 0.0;
            var drawn = 0.0;
            for (var j = unit; j < weights.length; j += units) {
                own += weights[j] * weights[j];
                drawn += direction[j] * direction[j];
            }
            var scale = Math.sqrt(own / drawn);
            for (var j = unit; j < weights.length; j += units) {
                direction[j] *= scale;
            }
        }
        return direction;
    }

    private Learner learner(boolean residual) {
        var shape = new GradientFlow(
                settings.depth(),
                settings.width(),
                Activation.TANH,
                Initialiser.XAVIER,
                1,
                Normalisation.NONE,
                Skip.IDENTITY,
                1,
                "digits",
                0,
                RATE,
                settings.seed());
        return new Learner(maker, shape, residual, new Optimiser.Adam(RATE), BATCH);
    }
}
