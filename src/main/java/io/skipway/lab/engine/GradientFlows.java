package io.skipway.lab.engine;

import io.skipway.lab.GradientFlow;
import io.skipway.lab.Measurement.Gradients;
import io.skipway.lab.Measurement.Profile;
import io.skipway.lab.Skip;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Computes {@link GradientFlow}: the same batches to the plain and to the residual stack, drawn from the same seed. */
final class GradientFlows {
    private static final int BATCH = 32;

    /** At most so many profiles of a training are kept, evenly spread, the first and the last among them. */
    private static final int PROFILES = 60;

    private final GradientFlow settings;
    private final DataSets.Examples examples;
    private final Random draws;

    GradientFlows(GradientFlow settings) {
        this.settings = settings;
        this.examples = DataSets.training(settings.data());
        this.draws = new Random(settings.seed());
    }

    private record Batch(INDArray features, INDArray labels) {}

    void run(int steps, Engine.Progress progress) {
        try (var plain = new DenseStack(settings, false, examples.inputs(), examples.classes());
                var residual = settings.skip() == Skip.NONE
                        ? null
                        : new DenseStack(settings, true, examples.inputs(), examples.classes())) {
            var every = Math.max(1, Math.ceilDiv(steps, PROFILES - 2));
            for (var step = 0; step <= steps && !progress.cancelled(); step++) {
                var batch = batch();
                if (step % every == 0 || step == steps) {
                    progress.measured(new Gradients(
                            step, measured(plain, batch, step, "plain"), measured(residual, batch, step, "residual")));
                } else {
                    differentiate(plain, batch, step, "plain");
                    differentiate(residual, batch, step, "residual");
                }
                plain.step(settings.learningRate(), BATCH);
                if (residual != null) {
                    residual.step(settings.learningRate(), BATCH);
                }
            }
        }
    }

    private static @Nullable Profile measured(@Nullable DenseStack stack, Batch batch, int step, String network) {
        if (stack == null) {
            return null;
        }
        var profile = stack.measure(batch.features(), batch.labels());
        requireFinite(profile.loss(), step, network);
        return profile;
    }

    private static void differentiate(@Nullable DenseStack stack, Batch batch, int step, String network) {
        if (stack != null) {
            requireFinite(stack.differentiate(batch.features(), batch.labels()), step, network);
        }
    }

    private static void requireFinite(double loss, int step, String network) {
        if (!Double.isFinite(loss)) {
            throw new EngineFailure("not-finite", Map.of("step", step, "network", network));
        }
    }

    private Batch batch() {
        var features = new double[BATCH][];
        var labels = new double[BATCH][examples.classes()];
        for (var i = 0; i < BATCH; i++) {
            var chosen = draws.nextInt(examples.size());
            features[i] = examples.features(chosen);
            labels[i][examples.label(chosen)] = 1;
        }
        return new Batch(Nd4j.createFromArray(features), Nd4j.createFromArray(labels));
    }
}
