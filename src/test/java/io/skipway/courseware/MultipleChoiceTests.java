package io.skipway.courseware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skipway.courseware.MultipleChoice.Rule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultipleChoiceTests {
    private static final Words NONE = new Words("", "");

    @ParameterizedTest
    @CsvSource({
        "ALL_OR_NOTHING, a c, 2",
        "ALL_OR_NOTHING, a, 0",
        "ALL_OR_NOTHING, a b c, 0",
        "PER_OPTION, a c, 2",
        "PER_OPTION, a, 1.5",
        "PER_OPTION, a b, 1",
        "PER_OPTION, b d, 0",
        "PER_OPTION, a b c d, 1",
        "RIGHT_MINUS_WRONG, a c, 2",
        "RIGHT_MINUS_WRONG, a, 1",
        "RIGHT_MINUS_WRONG, a b, 0",
        "RIGHT_MINUS_WRONG, a b c, 1",
        "RIGHT_MINUS_WRONG, b d, 0",
        "RIGHT_MINUS_WRONG, a b c d, 0"
    })
    void isWorthExactlyWhatItsRuleSays(Rule rule, String chosen, BigDecimal points) {
        assertThat(mark(question(rule, 2, "a", "c"), chosen.split(" "))).isEqualTo(points);
    }

    @Test
    void thirdsAreRoundedOnceToTheHundredth() {
        var thirds = question(Rule.RIGHT_MINUS_WRONG, 1, "a", "b", "c");
        assertThat(mark(thirds, "a")).isEqualTo("0.33");
        assertThat(mark(thirds, "a", "b")).isEqualTo("0.67");
        assertThat(mark(thirds, "a", "b", "c")).isEqualTo("1");
        assertThat(mark(question(Rule.RIGHT_MINUS_WRONG, 10, "a"), "a")).isEqualTo("10");
    }

    @Test
    void onlyWhatWasChosenIsJudgedAloud() {
        var judged = question(Rule.RIGHT_MINUS_WRONG, 2, "a", "c").judge(new Response.Choices(List.of("a", "b")));
        assertThat(judged.pieces()).extracting(Verdict.Piece::id).containsExactly("a", "b");
        assertThat(judged.pieces()).extracting(Verdict.Piece::right).containsExactly(true, false);
        assertThat(judged.pieces())
                .extracting(piece -> piece.points().orElseThrow().toPlainString())
                .containsExactly("1", "-1");
        assertThat(question(Rule.ALL_OR_NOTHING, 2, "a")
                        .judge(new Response.Choices(List.of("a")))
                        .pieces())
                .singleElement()
                .satisfies(piece -> assertThat(piece.points()).isEmpty());
    }

    @Test
    void itsKeyIsWorthEverything() {
        for (var rule : Rule.values()) {
            var question = question(rule, 3, "b", "d");
            assertThat(question.judge(question.key()).points()).isEqualByComparingTo("3");
        }
    }

    @Test
    void whatIsNoOptionOrChosenTwiceIsNoAnswer() {
        var question = question(Rule.PER_OPTION, 2, "a");
        assertThat(question.fits(new Response.Choices(List.of()))).isTrue();
        assertThat(question.fits(new Response.Choices(List.of("a", "a")))).isFalse();
        assertThat(question.fits(new Response.Choice("a"))).isFalse();
        assertThatThrownBy(() -> mark(question, "e")).isInstanceOf(IllegalArgumentException.class);
    }

    private static BigDecimal mark(MultipleChoice question, String... chosen) {
        return ((Marker.Mark.Points) Marker.mark(question, Draw.NONE, new Response.Choices(List.of(chosen)))).points();
    }

    private static MultipleChoice question(Rule rule, int points, String... right) {
        var options = List.of("a", "b", "c", "d").stream()
                .map(id -> new Question.Option(id, NONE, NONE))
                .toList();
        return new MultipleChoice(
                "q", NONE, BigDecimal.valueOf(points), Optional.empty(), options, Set.of(right), rule, List.of());
    }
}
