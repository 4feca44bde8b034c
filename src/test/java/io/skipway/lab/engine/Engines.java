package io.skipway.lab.engine;

import io.skipway.lab.Activation;
import io.skipway.lab.Experiment;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.Initialiser;
import io.skipway.lab.Measurement;
import io.skipway.lab.Measurement.Gradients;
import io.skipway.lab.Normalisation;
import io.skipway.lab.Skip;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The engine, and what its tests ask of it. */
final class Engines {
    static final StackEngine ENGINE = new StackEngine(Path.of("target"));

    private Engines() {}

    /** LABS' standard stack: depth 50, width 64, digits. */
    static GradientFlow flow(Activation activation, Initialiser initialiser, Normalisation normalisation, long seed) {
        return new GradientFlow(
                50, 64, activation, initialiser, 0.02, normalisation, Skip.IDENTITY, 1, "digits", 0, 0.1, seed);
    }

    static GradientFlow small(Skip skip, String data, int steps, double learningRate) {
        return new GradientFlow(
                4,
                8,
                Activation.TANH,
                Initialiser.XAVIER,
                0.1,
                Normalisation.NONE,
                skip,
                0.5,
                data,
                steps,
                learningRate,
                3);
    }

    static List<Measurement> run(Experiment experiment) {
        return run(ENGINE, experiment);
    }

    static List<Measurement> run(Engine engine, Experiment experiment) {
        var hearing = new Hearing(Integer.MAX_VALUE);
        engine.run(experiment, hearing);
        return hearing.heard;
    }

    static Gradients explore(GradientFlow flow) {
        return (Gradients) ENGINE.explore(flow).getFirst();
    }

    /** Notes what is measured, and cancels after so many. */
    static final class Hearing implements Engine.Progress {
        final List<Measurement> heard = new ArrayList<>();
        private final int enough;

        Hearing(int enough) {
            this.enough = enough;
        }

        @Override
        public void measured(Measurement measurement) {
            heard.add(measurement);
        }

        @Override
        public boolean cancelled() {
            return heard.size() >= enough;
        }
    }
}
