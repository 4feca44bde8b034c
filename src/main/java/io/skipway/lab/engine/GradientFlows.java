package io.skipway.lab.engine;

import io.skipway.lab.GradientFlow;
import io.skipway.lab.Measurement.Gradients;
import io.skipway.lab.Measurement.Profile;
import io.skipway.lab.Skip;
import io.skipway.lab.engine.FlowNetwork.Batch;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Computes {@link GradientFlow}: equal weights and equal batches to the plain and to the residual network. */
final class GradientFlows {
    static final int BATCH = 32;

    /** At most so many profiles of a training are kept, evenly spread, the first and the last among them. */
    private static final int PROFILES = 60;

    private final GradientFlow settings;
    private final FlowNetwork.Maker maker;
    private final DataSets.Examples examples;
    private final Random draws;

    GradientFlows(GradientFlow settings, FlowNetwork.Maker maker) {
        this.settings = settings;
        this.maker = maker;
        this.examples = DataSets.training(settings.data());
        this.draws = new Random(settings.seed());
    }

    void run(int steps, Engine.Progress progress) {
        var inputs = examples.inputs();
        var classes = examples.classes();
        var start = InitialWeights.draw(settings, inputs, classes);
        try (var plain = maker.make(false, inputs, classes, start);
                var residual = settings.skip() == Skip.NONE ? null : maker.make(true, inputs, classes, start)) {
            var planes = new Planes(settings);
            var every = Math.max(1, Math.ceilDiv(steps, PROFILES - 2));
            for (var step = 0; step <= steps && !progress.cancelled(); step++) {
                var batch = batch(examples, draws);
                if (step % every == 0 || step == steps) {
                    var plane = planes.draw(step, every, steps, batch, plain, residual);
                    progress.measured(new Gradients(
                            step,
                            measured(plain, batch, step, "plain"),
                            measured(residual, batch, step, "residual"),
                            plane));
                } else {
                    learn(plain, batch, step, "plain");
                    learn(residual, batch, step, "residual");
                }
            }
        }
    }

    private static @Nullable Profile measured(@Nullable FlowNetwork network, Batch batch, int step, String name) {
        if (network == null) {
            return null;
        }
        var profile = network.measure(batch);
        EngineFailure.requireFinite(profile.loss(), step, name);
        return profile;
    }

    private static void learn(@Nullable FlowNetwork network, Batch batch, int step, String name) {
        if (network != null) {
            EngineFailure.requireFinite(network.learn(batch), step, name);
        }
    }

    /** Draws the next one; the first of a run is the first that its seed draws. */
    static Batch batch(DataSets.Examples examples, Random draws) {
        var features = new double[BATCH * examples.inputs()];
        var labels = new int[BATCH];
        examples.draw(draws, features, labels);
        return new Batch(features, labels);
    }
}
