package io.skipway.lab;

import io.skipway.lab.engine.Engine;
import io.skipway.lab.engine.EngineFailure;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Trainings of which the end alone is asked for. */
record Trials(Engine engine) {
    /** The state of each network after its last step; of one whose loss left the range of numbers, that it tells nothing right. */
    List<Measurement> run(Health experiment, int seeds) {
        return LongStream.range(0, seeds)
                .mapToObj(i -> LabJson.with(experiment, Map.of("seed", String.valueOf(experiment.seed() + i))))
                .<Measurement>map(this::last)
                .toList();
    }

    private Measurement last(Health experiment) {
        var heard = new Last();
        try {
            engine.run(experiment, heard);
        } catch (EngineFailure e) {
            if (!e.code().equals("not-finite")) {
                throw e;
            }
            return new Measurement.Vitals(0, Double.NaN, 0, List.of(), List.of(), List.of(), 0);
        }
        if (heard.vitals == null || heard.vitals.step() < experiment.steps() - 1) {
            throw new ExperimentRejected("busy", Map.of("waitSeconds", 1));
        }
        return heard.vitals;
    }

    private static final class Last implements Engine.Progress {
        private Measurement.@Nullable Vitals vitals;

        @Override
        public void measured(Measurement measurement) {
            vitals = (Measurement.Vitals) measurement;
        }

        @Override
        public boolean cancelled() {
            return Thread.currentThread().isInterrupted();
        }
    }
}
