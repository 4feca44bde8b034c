package io.skipway.lab.engine;

import io.skipway.lab.Activation;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.Initialiser;
import io.skipway.lab.Lesion;
import io.skipway.lab.Measurement.Lesioned;
import io.skipway.lab.Measurement.Removal;
import io.skipway.lab.Normalisation;
import io.skipway.lab.Skip;
import io.skipway.lab.engine.stack.Optimiser;
import java.util.stream.IntStream;

/** Computes {@link Lesion}: both networks learn, then each loses one block at a time. */
final class Lesions {
    private static final int WIDTH = 32;
    private static final int BATCH = 64;
    private static final double MOMENTUM = 0.9;

    private Lesions() {}

    static void run(Lesion settings, Learner.Maker maker, Engine.Progress progress) {
        var plain = learner(settings, maker, false);
        var residual = learner(settings, maker, true);
        for (var step = 0; step < settings.steps(); step++) {
            if (progress.cancelled()) {
                return;
            }
            EngineFailure.requireFinite(plain.learn(), step, "plain");
            EngineFailure.requireFinite(residual.learn(), step, "residual");
        }
        progress.measured(new Removal(lesioned(settings, plain), lesioned(settings, residual)));
    }

    private static Lesioned lesioned(Lesion settings, Learner learner) {
        var judge = learner.onTest();
        return new Lesioned(
                judge.accuracy(),
                IntStream.rangeClosed(1, settings.depth())
                        .mapToDouble(judge::accuracyWithout)
                        .boxed()
                        .toList());
    }

    private static Learner learner(Lesion settings, Learner.Maker maker, boolean residual) {
        var shape = new GradientFlow(
                settings.depth(),
                WIDTH,
                Activation.RELU,
                Initialiser.HE,
                1,
                Normalisation.BATCH,
                Skip.IDENTITY,
                1,
                "digits",
                0,
                settings.learningRate(),
                settings.seed());
        return new Learner(maker, shape, residual, new Optimiser.Nesterov(settings.learningRate(), MOMENTUM), BATCH);
    }
}
