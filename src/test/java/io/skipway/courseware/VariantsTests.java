package io.skipway.courseware;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.courseware.Question.Option;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VariantsTests {
    private static final Words NONE = new Words("", "");
    private static final Variants VARIANTS = new Variants(
            Map.of("n", List.of("2", "3"), "c", List.of("16")), Map.of("p", "n*c"), List.of("a", "b", "c"));

    @Test
    void drawsOneOfEachAndComputesFromIt() {
        var random = new Random(1);
        var drawn = Stream.generate(() -> VARIANTS.draw(random)).limit(20).toList();
        assertThat(drawn).extracting(each -> each.get("n")).contains("2", "3");
        assertThat(drawn)
                .allSatisfy(each -> assertThat(each.get("p")).isEqualTo("2".equals(each.get("n")) ? "32" : "48"));
        assertThat(VARIANTS.combinations()).containsExactly(Map.of("c", "16", "n", "2"), Map.of("c", "16", "n", "3"));
    }

    @Test
    void aSampleIsAlwaysTheSame() {
        assertThat(VARIANTS.sample()).isEqualTo(VARIANTS.sample()).containsEntry("n", "2");
    }

    @Test
    void whatWasDeclaredBeforeThereWereFormulasIsCalledTheSame() {
        var values = Map.of("n", List.of("2", "3"), "c", List.of("16"));
        assertThat(Variants.among(values).declared()).isEqualTo(new TreeMap<>(values).toString());
        assertThat(VARIANTS.declared()).isNotEqualTo(Variants.among(values).declared());
        assertThat(VARIANTS.andShuffled(List.of("c", "b", "a")).declared()).isEqualTo(VARIANTS.declared());
    }

    @Test
    void optionsKeepTheirIdsInADrawnOrder() {
        var options = Stream.of("a", "b", "c")
                .map(id -> new Option(id, new Words(id, id + " [[n]]"), NONE))
                .toList();
        var one = new Question.SingleChoice("q", NONE, BigDecimal.ONE, Optional.empty(), options, "b", VARIANTS);
        var several = new MultipleChoice(
                "q",
                NONE,
                BigDecimal.ONE,
                Optional.empty(),
                options,
                Set.of("b"),
                MultipleChoice.Rule.ALL_OR_NOTHING,
                VARIANTS,
                List.of());
        var firsts = Stream.iterate(0, seed -> seed + 1)
                .limit(60)
                .map(seed -> one.filled(VARIANTS.draw(new Random(seed)))
                        .options()
                        .getFirst()
                        .id())
                .distinct();
        assertThat(firsts).containsExactlyInAnyOrder("a", "b", "c");
        var draw = new Draw(0, List.of(), VARIANTS.draw(new Random(1)));
        var asked = several.filled(draw.values());
        assertThat(asked.options())
                .hasSize(3)
                .allSatisfy(option ->
                        assertThat(option.text().en()).endsWith(draw.values().getOrDefault("n", "?")));
        assertThat(asked.filled(draw.values())).isEqualTo(asked);
        assertThat(Marker.mark(several, draw, new Response.Choices(List.of("b"))))
                .isEqualTo(new Marker.Mark.Points(BigDecimal.ONE, true));
        assertThat(one.filled(Map.of())).isEqualTo(one);
    }

    @Test
    void aFormulaIsMarkedByTheDraw() {
        var exact =
                new Tolerance(Tolerance.Measure.ABSOLUTE, List.of(new Tolerance.Step(BigDecimal.ZERO, BigDecimal.ONE)));
        var question = new Question.Numeric(
                "q",
                new Words("[[n]]", "[[n]] and [[p]]"),
                BigDecimal.ONE,
                Optional.empty(),
                new NumberKey.Formula("2*p"),
                exact,
                "",
                false,
                VARIANTS,
                List.of());
        var draw = new Draw(0, List.of(), VARIANTS.with(Map.of("n", "3")));
        assertThat(Marker.mark(question, draw, new Response.Number("96")))
                .isEqualTo(new Marker.Mark.Points(BigDecimal.ONE, true));
        assertThat(Marker.mark(question, draw, new Response.Number("64")))
                .isEqualTo(new Marker.Mark.Points(BigDecimal.ZERO, false));
        assertThat(question.filled(draw.values()).prompt().en()).isEqualTo("3 and 48");
        assertThat(question.filled(draw.values()).key()).isEqualTo(new NumberKey.Given(new BigDecimal("96")));
    }
}
