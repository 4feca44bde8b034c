package io.skipway.courseware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skipway.lab.Activation;
import io.skipway.lab.ExperimentRejected;
import io.skipway.lab.Health;
import io.skipway.lab.Initialiser;
import io.skipway.lab.Skip;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What settings make of a sick network, and what the accuracies that it then reaches are worth. */
class RepairTests {
    private static final Health SICK = health(Initialiser.HE, 0.5);
    private static final Question.Repair REPAIR = new Question.Repair(
            "dead",
            new Words("", ""),
            BigDecimal.TWO,
            Optional.of("dead"),
            SICK,
            SICK.controls().stream()
                    .filter(dial -> List.of("initialiser", "learningRate").contains(dial.name()))
                    .toList(),
            3,
            List.of(
                    new Question.Goal(new BigDecimal("0.7"), BigDecimal.TWO),
                    new Question.Goal(new BigDecimal("0.5"), new BigDecimal("0.5"))),
            List.of());

    @Test
    void theMedianCountsWhateverTheOrderAndTheOthers() {
        assertThat(mark(0.9, 0.0, 0.7)).isEqualTo(new Marker.Mark.Points(BigDecimal.TWO, true));
        assertThat(mark(0.69, 0.95, 0.1)).isEqualTo(new Marker.Mark.Points(new BigDecimal("0.5"), false));
        assertThat(mark(0.49, 0.95, 0.0)).isEqualTo(new Marker.Mark.Points(BigDecimal.ZERO, false));
        assertThat(mark(0.0, 0.0, 0.95)).isEqualTo(new Marker.Mark.Points(BigDecimal.ZERO, false));
        assertThat(Marker.median(REPAIR, new Draw(1, List.of(0.9, 0.0, 0.7)))).isEqualTo(0.7);
    }

    @Test
    void onlySettingsAndAnAccuracyForEachSeedCanBeMarked() {
        assertThatThrownBy(() -> mark(0.9, 0.9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Marker.mark(REPAIR, Draw.NONE, settings(Map.of())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Marker.mark(REPAIR, new Draw(1, List.of(1.0, 1.0, 1.0)), new Response.Text("0.1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDialThatIsNotNamedStandsWhereItStood() {
        assertThat(REPAIR.with(Map.of())).isEqualTo(SICK);
        assertThat(REPAIR.with(Map.of("learningRate", "5e-2"))).isEqualTo(health(Initialiser.HE, 0.05));
        assertThat(REPAIR.with(Map.of("initialiser", "xavier", "learningRate", "0.5")))
                .isEqualTo(health(Initialiser.XAVIER, 0.5));
    }

    @Test
    void onlyDialsCanBeTurnedAndOnlyWithinTheirRange() {
        refused("unknown-setting", "seed", "3");
        refused("unknown-setting", "activation", "tanh");
        refused("unknown-setting", "momentum", "0.9");
        for (var value : List.of("", "fast", "0", "-1", "11", "NaN", "Infinity", "0." + "0".repeat(40) + "1")) {
            refused("out-of-range", "learningRate", value);
        }
        refused("out-of-range", "initialiser", "HE");
        refused("out-of-range", "initialiser", "zero");
    }

    private static void refused(String code, String dial, String value) {
        assertThatThrownBy(() -> REPAIR.with(Map.of(dial, value)))
                .as("%s: %s", dial, value)
                .isInstanceOfSatisfying(ExperimentRejected.class, e -> {
                    assertThat(e.code()).isEqualTo(code);
                    assertThat(e.details()).containsEntry("setting", dial);
                });
    }

    private static Marker.Mark mark(Double... accuracies) {
        return Marker.mark(REPAIR, new Draw(1, List.of(accuracies)), settings(Map.of("learningRate", "0.05")));
    }

    private static Response.Settings settings(Map<String, String> values) {
        return new Response.Settings(values);
    }

    private static Health health(Initialiser initialiser, double rate) {
        return new Health(8, Activation.RELU, initialiser, 0.02, Skip.NONE, 200, rate, 7);
    }
}
