package io.skipway.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skipway.lab.Measurement.Vitals;
import io.skipway.lab.engine.EngineFailure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Trainings of which the end alone is asked for. */
class TrialsTests {
    private static final Health HEALTH = new Health(4, Activation.RELU, Initialiser.HE, 0.02, Skip.NONE, 5, 0.1, 10);
    private final FakeEngine engine = new FakeEngine();

    @Test
    void seedsFollowTheFirstAndTheLastStepCounts() {
        engine.running = (experiment, progress) -> {
            progress.measured(vitals(0, 0.1));
            progress.measured(vitals(4, ((Health) experiment).seed() / 100.0));
        };
        assertThat(new Trials(engine).run(HEALTH, 3))
                .extracting(each -> ((Vitals) each).test())
                .containsExactly(0.1, 0.11, 0.12);
    }

    @Test
    void aLossThatLeftTheRangeOfNumbersTellsNothingRightAndAnotherFailureIsNoResult() {
        engine.running = (experiment, progress) -> {
            throw new EngineFailure("not-finite", Map.of("step", 3));
        };
        assertThat(new Trials(engine).run(HEALTH, 2))
                .extracting(each -> ((Vitals) each).test())
                .containsExactly(0.0, 0.0);
        engine.running = (experiment, progress) -> {
            throw new EngineFailure("out-of-memory", Map.of());
        };
        assertThatThrownBy(() -> new Trials(engine).run(HEALTH, 2)).isInstanceOf(EngineFailure.class);
    }

    @Test
    void aTrainingThatWasCutShortIsNoResult() {
        engine.running = (experiment, progress) -> progress.measured(vitals(2, 0.9));
        assertThatThrownBy(() -> new Trials(engine).run(HEALTH, 1))
                .isInstanceOfSatisfying(
                        ExperimentRejected.class, e -> assertThat(e.code()).isEqualTo("busy"));
    }

    @Test
    void anOldRunWithoutATestAccuracyIsReadAsOneThatHasNone() {
        var old = LabJson.measurement(
                "{\"type\":\"health\",\"step\":1,\"loss\":2.3,\"accuracy\":0.1,\"update\":[-3],\"deviation\":[1],\"dead\":[0]}");
        assertThat(((Vitals) old).test()).isNaN();
    }

    private static Vitals vitals(int step, double test) {
        return new Vitals(step, 1, 0.5, List.of(), List.of(), List.of(), test);
    }
}
