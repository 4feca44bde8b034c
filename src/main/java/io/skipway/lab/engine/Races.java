package io.skipway.lab.engine;

import io.skipway.lab.Activation;
import io.skipway.lab.Degradation;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.Initialiser;
import io.skipway.lab.Measurement.Race;
import io.skipway.lab.Measurement.Racer;
import io.skipway.lab.Normalisation;
import io.skipway.lab.Skip;
import io.skipway.lab.engine.stack.Networks;
import io.skipway.lab.engine.stack.Optimiser;

/**
 * Computes {@link Degradation}. Its settings were found by trying a few on the same test images, so the accuracies are a
 * demonstration, not a benchmark.
 */
final class Races {
    private static final int LOOKS = 24;

    /** One of the two networks. */
    interface Runner {
        /** One step; gives the loss before it. */
        double learn();

        /** Where it stands, and one step. */
        Racer look();
    }

    private Races() {}

    static void run(Degradation settings, int steps, Networks networks, Engine.Progress progress) {
        var plain = runner(settings, networks, false);
        var residual = runner(settings, networks, true);
        var every = Math.max(1, steps / LOOKS);
        for (var step = 0; step <= steps && !progress.cancelled(); step++) {
            if (step % every == 0 || step == steps) {
                progress.measured(new Race(step, looked(plain, step, "plain"), looked(residual, step, "residual")));
            } else {
                EngineFailure.requireFinite(plain.learn(), step, "plain");
                EngineFailure.requireFinite(residual.learn(), step, "residual");
            }
        }
    }

    private static Racer looked(Runner runner, int step, String name) {
        var racer = runner.look();
        EngineFailure.requireFinite(racer.loss(), step, name);
        return racer;
    }

    private static Runner runner(Degradation settings, Networks networks, boolean residual) {
        return settings.kernel().equals("dense")
                ? new Dense(settings, networks::inFloat, residual)
                : new ImageRunner(settings, networks, residual);
    }

    private static final class Dense implements Runner {
        private static final int WIDTH = 32;
        private static final int BATCH = 128;
        private static final double SD = 0.05;
        private static final double RATE = 1e-3;

        private final Learner learner;
        private final Learner.Judge training;
        private final Learner.Judge test;

        Dense(Degradation settings, Learner.Maker maker, boolean residual) {
            var shape = new GradientFlow(
                    settings.depth(),
                    WIDTH,
                    Activation.TANH,
                    Initialiser.NORMAL,
                    SD,
                    Normalisation.NONE,
                    Skip.IDENTITY,
                    1,
                    "digits",
                    0,
                    RATE,
                    settings.seed());
            learner = new Learner(maker, shape, residual, new Optimiser.Adam(RATE), BATCH);
            training = learner.onTraining();
            test = learner.onTest();
        }

        @Override
        public double learn() {
            return learner.learn();
        }

        @Override
        public Racer look() {
            var error = 1 - training.accuracy();
            var accuracy = test.accuracy();
            var loss = learn();
            return new Racer(loss, error, accuracy, learner.stack().dw()[0]);
        }
    }
}
