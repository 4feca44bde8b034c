package io.skipway.courseware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skipway.courseware.NumberKey.Quantity;
import io.skipway.courseware.Tolerance.Measure;
import io.skipway.courseware.Tolerance.Step;
import io.skipway.lab.Activation;
import io.skipway.lab.ExperimentRejected;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.IdentityTerm;
import io.skipway.lab.Initialiser;
import io.skipway.lab.Normalisation;
import io.skipway.lab.Skip;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What a number is worth against its key. */
class NumericMarkerTests {
    private static final Words NONE = new Words("", "");
    private static final GradientFlow FLOW = new GradientFlow(
            20,
            64,
            Activation.TANH,
            Initialiser.NORMAL,
            0.02,
            Normalisation.NONE,
            Skip.IDENTITY,
            1,
            "digits",
            0,
            0.1,
            7);

    /** The strict step is worth 2 points, the wide one 1. */
    @ParameterizedTest
    @CsvSource({
        "ABSOLUTE, 1.0, 0.1, 0.5, 1.1, 2",
        "ABSOLUTE, 1.0, 0.1, 0.5, 0.9, 2",
        "ABSOLUTE, 1.0, 0.1, 0.5, 1.100001, 1",
        "ABSOLUTE, 1.0, 0.1, 0.5, 1.50001, 0",
        "ABSOLUTE, 0, 0, 1, 0, 2",
        "ABSOLUTE, 0, 0, 1, -1, 1",
        "RELATIVE, 200, 0.01, 0.1, 202, 2",
        "RELATIVE, -200, 0.01, 0.1, -198, 2",
        "RELATIVE, 200, 0.01, 0.1, 220, 1",
        "RELATIVE, 200, 0.01, 0.1, 220.1, 0",
        "RELATIVE, 200, 0.01, 0.1, -200, 0",
        "FIGURES, 3.14159, 3, 2, 3.14, 2",
        "FIGURES, 3.14159, 3, 2, 3.15, 1",
        "FIGURES, 3.14159, 3, 2, 3.1, 1",
        "FIGURES, 3.14159, 3, 2, 3, 0",
        "FIGURES, 0.000314159, 3, 2, 3.14e-4, 2",
        "FIGURES, -1540, 3, 2, -1.54e3, 2",
        "FIGURES, -1540, 3, 2, 1540, 0",
        "DECADES, 1e-20, 0.5, 1, 3e-20, 2",
        "DECADES, 1e-20, 0.5, 1, 1e-21, 1",
        "DECADES, 1e-20, 0.5, 1, 9e-22, 0",
        "DECADES, 1e-20, 0.5, 1, 0, 0",
        "DECADES, 1e-20, 0.5, 1, -1e-20, 0",
        "DECADES, 1e-600, 0.5, 1, 2e-600, 2"
    })
    void theFirstStepThatIsKeptCounts(
            Measure measure, BigDecimal key, BigDecimal strict, BigDecimal wide, String answer, BigDecimal points) {
        var question = given(key, new Tolerance(measure, steps(strict, wide)));
        assertThat(Marker.mark(question, Draw.NONE, new Response.Number(answer)))
                .isEqualTo(new Marker.Mark.Points(
                        points.signum() == 0 ? BigDecimal.ZERO : points, points.compareTo(BigDecimal.TWO) == 0));
    }

    @Test
    void theDistanceIsToldInTheMeasure() {
        var steps = steps(BigDecimal.ONE, BigDecimal.TWO);
        var key = new BigDecimal("3.14159");
        assertThat(new Tolerance(Measure.ABSOLUTE, steps).distance(new BigDecimal("3"), key))
                .isEqualTo(0.14159);
        assertThat(new Tolerance(Measure.RELATIVE, steps).distance(BigDecimal.TWO, BigDecimal.TEN))
                .isEqualTo(0.8);
        assertThat(new Tolerance(Measure.FIGURES, steps).distance(new BigDecimal("3.142"), key))
                .isEqualTo(4);
        assertThat(new Tolerance(Measure.FIGURES, steps).distance(new BigDecimal("900"), key))
                .isZero();
        assertThat(new Tolerance(Measure.DECADES, steps).distance(new BigDecimal("1e-700"), new BigDecimal("1e-702")))
                .isEqualTo(2);
        assertThat(new Tolerance(Measure.DECADES, steps).distance(BigDecimal.ZERO, BigDecimal.ONE))
                .isInfinite();
    }

    @Test
    void aUnitIsTakenWithAndWithoutAndAnotherIsWorthNothing() {
        var question = new Question.Numeric(
                "n",
                NONE,
                BigDecimal.TWO,
                Optional.empty(),
                new NumberKey.Given(BigDecimal.TEN),
                new Tolerance(Measure.ABSOLUTE, steps(BigDecimal.ZERO, BigDecimal.ONE)),
                "ms",
                false,
                List.of());
        for (var right : List.of("10", "10 ms", "１０ｍｓ", "ms 10")) {
            assertThat(Marker.mark(question, Draw.NONE, new Response.Number(right)))
                    .as(right)
                    .isEqualTo(new Marker.Mark.Points(BigDecimal.TWO, true));
        }
        for (var wrong : List.of("10 s", "ten", "")) {
            assertThat(Marker.mark(question, Draw.NONE, new Response.Number(wrong)))
                    .as(wrong)
                    .isEqualTo(new Marker.Mark.Points(BigDecimal.ZERO, false));
        }
        assertThatThrownBy(() -> Marker.mark(question, Draw.NONE, new Response.Text("10")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aComputedKeyComesOutOfWhatWasMeasured() {
        var draw = Draw.of(5, List.of(1e-8, 1e-5, 1e-2));
        assertThat(computed(Quantity.RATIO_PLAIN).key().value(draw)).isEqualByComparingTo("1e-6");
        assertThat(computed(Quantity.FIRST_RESIDUAL).key().value(draw)).isEqualByComparingTo("1e-8");
        assertThat(Marker.mark(computed(Quantity.RATIO_PLAIN), draw, new Response.Number("2·10^-6")))
                .isEqualTo(new Marker.Mark.Points(BigDecimal.TWO, true));
        var beyond = Draw.of(5, List.of(0.0, Double.POSITIVE_INFINITY));
        assertThat(computed(Quantity.RATIO_PLAIN).key().value(beyond)).isEqualByComparingTo("1e-800");
        assertThatThrownBy(() -> Marker.mark(computed(Quantity.RATIO_PLAIN), Draw.NONE, new Response.Number("1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("flow");
    }

    @Test
    void theExperimentTakesTheValuesAndTheSeedOfTheDraw() {
        var key = new NumberKey.Computed("flow", FLOW, Quantity.RATIO_PLAIN, Map.of());
        var drawn = key.experiment(Map.of("depth", "24", "sd", "5e-2", "activation", "relu"), 99);
        assertThat(List.of(drawn.depth(), drawn.sd(), drawn.activation(), drawn.seed(), drawn.width()))
                .containsExactly(24, 0.05, Activation.RELU, 99L, 64);
        for (var impossible : List.of(
                Map.of("depth", "2.5"),
                Map.of("depth", "1"),
                Map.of("sd", "NaN"),
                Map.of("bias", "1"),
                Map.of("activation", "cubic"))) {
            assertThatThrownBy(() -> key.experiment(impossible, 99))
                    .as(impossible.toString())
                    .isInstanceOf(ExperimentRejected.class);
        }
    }

    @Test
    void aClosedQuestionClosesWhatWouldTellAndAnOpenOneNothing() {
        var open = computed(Quantity.RATIO_PLAIN);
        var closed = new Question.Numeric(
                "n", NONE, BigDecimal.TWO, Optional.empty(), open.key(), open.tolerance(), "", true, List.of());
        assertThat(open.closes(FLOW.seeded(1))).isFalse();
        assertThat(closed.closes(FLOW.seeded(1))).isTrue();
        assertThat(closed.closes(new IdentityTerm(0.5, Activation.TANH, "none", 8, 1)))
                .isFalse();
    }

    @Test
    void theTextsAreFilledAndFormulasStayAsTheyAre() {
        var prompt = new Words("<p>$h_{[[depth]]}$</p>", "<p>\\frac{a}{b} [depth] [[sd]] [[width]] {depth}</p>");
        var question = new Question.Numeric(
                "n",
                prompt,
                BigDecimal.TWO,
                Optional.empty(),
                new NumberKey.Computed(
                        "flow",
                        FLOW,
                        Quantity.RATIO_PLAIN,
                        Map.of("depth", List.of("24", "30"), "sd", List.of("0.05"))),
                computed(Quantity.RATIO_PLAIN).tolerance(),
                "",
                false,
                List.of(new Question.Solution(NONE, new Words("[[depth]]", "[[depth]] layers"))));
        var sample = question.sample();
        assertThat(sample.prompt())
                .isEqualTo(new Words("<p>$h_{24}$</p>", "<p>\\frac{a}{b} [depth] 0.05 [[width]] {depth}</p>"));
        assertThat(((Question.Numeric) sample).solutions().getFirst().text().en())
                .isEqualTo("24 layers");
    }

    @Test
    void aDrawThatWasKeptBeforeThereWereValuesStillReads() {
        var json = JsonMapper.builder().build();
        assertThat(json.readValue("{\"seed\":5,\"measured\":[-1.0,0.5]}", Draw.class))
                .isEqualTo(new Draw(5, List.of(-1.0, 0.5)));
        var draw = new Draw(5, List.of(), Map.of("depth", "24"));
        assertThat(json.readValue(json.writeValueAsString(draw), Draw.class)).isEqualTo(draw);
        assertThat(draw.measured(5, List.of(0.1))).isEqualTo(new Draw(5, List.of(-1.0), Map.of("depth", "24")));
    }

    private static Question.Numeric given(BigDecimal key, Tolerance tolerance) {
        return new Question.Numeric(
                "n", NONE, BigDecimal.TWO, Optional.empty(), new NumberKey.Given(key), tolerance, "", false, List.of());
    }

    private static Question.Numeric computed(Quantity quantity) {
        return new Question.Numeric(
                "n",
                NONE,
                BigDecimal.TWO,
                Optional.empty(),
                new NumberKey.Computed("flow", FLOW, quantity, Map.of()),
                new Tolerance(Measure.DECADES, steps(new BigDecimal("0.5"), BigDecimal.ONE)),
                "",
                false,
                List.of());
    }

    private static List<Step> steps(BigDecimal strict, BigDecimal wide) {
        return List.of(new Step(strict, BigDecimal.TWO), new Step(wide, BigDecimal.ONE));
    }
}
