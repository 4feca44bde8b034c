package io.skipway.courseware;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.courseware.Matching.Left;
import io.skipway.courseware.Matching.Right;
import io.skipway.courseware.Matching.Rule;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTests {
    private static final Words NONE = new Words("", "");

    @ParameterizedTest
    @CsvSource({
        "ALL_OR_NOTHING, a=a b=b c=a, 3",
        "ALL_OR_NOTHING, a=a b=b c=b, 0",
        "ALL_OR_NOTHING, a=a b=b, 0",
        "PER_PAIR, a=a b=b c=a, 3",
        "PER_PAIR, a=a b=b, 2",
        "PER_PAIR, a=extra b=a c=a, 1",
        "PER_PAIR, b=a, 0"
    })
    void isWorthExactlyWhatItsRuleSays(Rule rule, String chosen, BigDecimal points) {
        assertThat(Marker.mark(question(rule), Draw.NONE, parts(chosen)))
                .isEqualTo(new Marker.Mark.Points(points, points.intValue() == 3));
    }

    @Test
    void onlyWhatWasAnsweredIsJudgedAloudAndFeedbackIsForTheWrong() {
        var pieces = question(Rule.PER_PAIR).judge(parts("a=a b=a")).pieces();
        assertThat(pieces).extracting(Verdict.Piece::id).containsExactly("a", "b");
        assertThat(pieces).extracting(Verdict.Piece::right).containsExactly(true, false);
        assertThat(pieces).extracting(piece -> piece.feedback().isPresent()).containsExactly(false, true);
    }

    @Test
    void whatIsNoPairIsNoAnswer() {
        var question = question(Rule.PER_PAIR);
        assertThat(question.fits(parts("a=a"))).isTrue();
        assertThat(question.fits(new Response.Parts(Map.of()))).isTrue();
        assertThat(question.fits(parts("a=nothing"))).isFalse();
        assertThat(question.fits(parts("z=a"))).isFalse();
        assertThat(question.fits(new Response.Settings(Map.of("a", "a")))).isFalse();
    }

    @Test
    void aDrawTellsNothingOfThePairsAndIsMarkedAlike() {
        var question = question(Rule.ALL_OR_NOTHING);
        var draw = new Draw(0, List.of(), question.variants().draw(new Random(2)));
        var asked = question.filled(draw.values());
        assertThat(asked.shuffled()).extracting(Right::id).isSorted().doesNotContain("a", "b", "extra");
        assertThat(asked.lefts())
                .extracting(Left::id)
                .doesNotContain("a", "b", "c")
                .doesNotContainAnyElementsOf(
                        asked.rights().stream().map(Right::id).toList());
        assertThat(asked.filled(draw.values())).isEqualTo(asked);
        assertThat(asked.fits(parts("a=a"))).isFalse();
        assertThat(Marker.mark(question, draw, asked.key()))
                .isEqualTo(new Marker.Mark.Points(BigDecimal.valueOf(3), true));
    }

    private static Response parts(String chosen) {
        return new Response.Parts(Arrays.stream(chosen.split(" ", -1))
                .collect(Collectors.toMap(
                        pair -> pair.substring(0, pair.indexOf('=')), pair -> pair.substring(pair.indexOf('=') + 1))));
    }

    private static Matching question(Rule rule) {
        var lefts = List.of(
                new Left("a", NONE, "a", Optional.of(NONE)),
                new Left("b", NONE, "b", Optional.of(NONE)),
                new Left("c", NONE, "a", Optional.of(NONE)));
        var rights = List.of(new Right("a", NONE), new Right("b", NONE), new Right("extra", NONE));
        return new Matching("q", NONE, BigDecimal.valueOf(3), Optional.empty(), lefts, rights, rule, List.of());
    }
}
