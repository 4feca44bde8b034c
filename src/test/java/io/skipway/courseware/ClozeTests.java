package io.skipway.courseware;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.courseware.Question.Option;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClozeTests {
    private static final Words NONE = new Words("", "");

    @Test
    void eachGapBringsItsPoints() {
        assertThat(points(Map.of("word", "resnet", "number", "150", "choice", "a")))
                .isEqualTo("3");
        assertThat(points(Map.of("word", "ResNet"))).isEqualTo("1");
        assertThat(points(Map.of("word", "skip", "number", "1.5e2"))).isEqualTo("1.5");
        assertThat(points(Map.of("number", "149", "choice", "b"))).isEqualTo("0");
    }

    @Test
    void thirdsAreRoundedOnceAndAddUp() {
        var third = new BigDecimal("0.3333333333");
        var gaps = List.<Question>of(number("x", third), number("y", third), number("z", third));
        var cloze = new Cloze("q", NONE, BigDecimal.ONE, Optional.empty(), gaps, Variants.NONE, List.of());
        assertThat(cloze.judge(parts("x", "150")).points()).isEqualTo("0.33");
        assertThat(cloze.judge(new Response.Parts(Map.of("x", "150", "y", "150")))
                        .points())
                .isEqualTo("0.67");
        assertThat(cloze.judge(cloze.key()).points()).isEqualTo("1");
    }

    @Test
    void onlyWhatWasFilledInIsJudgedAloud() {
        var pieces = question()
                .judge(new Response.Parts(Map.of("word", "ResNte", "choice", "b", "number", " ")))
                .pieces();
        assertThat(pieces).extracting(Verdict.Piece::id).containsExactly("word", "choice");
        assertThat(pieces.getFirst().note()).contains("spelling");
        assertThat(pieces.getLast().feedback()).contains(new Words("왜", "Why"));
    }

    @Test
    void whatIsNoGapOrNoOptionIsNoAnswer() {
        assertThat(question().fits(parts("word", "anything"))).isTrue();
        assertThat(question().fits(parts("number", "many"))).isTrue();
        assertThat(question().fits(parts("other", "x"))).isFalse();
        assertThat(question().fits(parts("choice", "c"))).isFalse();
        assertThat(question().fits(parts("word", "x".repeat(ShortAnswer.LONGEST + 1))))
                .isFalse();
    }

    /** Whoever sends it by hand must not keep a whole sitting from being marked. */
    @Test
    void aGapThatHasNothingIsLeftOpen() {
        var sent = new HashMap<String, String>();
        sent.put("word", null);
        sent.put("choice", "a");
        assertThat(new Response.Parts(sent)).isEqualTo(parts("choice", "a"));
    }

    @Test
    void aNumberThatCantBeReadIsTold() {
        assertThat(question().refused(new Response.Parts(Map.of("word", "many"))))
                .isEmpty();
        assertThat(question().refused(new Response.Parts(Map.of("number", "")))).isEmpty();
        assertThat(question().refused(new Response.Parts(Map.of("number", "many"))))
                .contains("no-number");
    }

    @Test
    void whatHasNoPlaceAmongDecadesIsRefusedInAGapToo() {
        var near =
                new Tolerance(Tolerance.Measure.DECADES, List.of(new Tolerance.Step(BigDecimal.ONE, BigDecimal.ONE)));
        var key = new NumberKey.Given(BigDecimal.valueOf(150));
        var gap = new Question.Numeric("x", NONE, BigDecimal.ONE, Optional.empty(), key, near, "", false, List.of());
        var cloze = new Cloze("q", NONE, BigDecimal.ONE, Optional.empty(), List.of(gap), Variants.NONE, List.of());
        for (var refused : List.of("-14", "0")) {
            assertThat(cloze.refused(new Response.Parts(Map.of("x", refused)))).contains("not-positive");
        }
        assertThat(cloze.refused(new Response.Parts(Map.of("x", "1e-14")))).isEmpty();
        assertThat(question().refused(new Response.Parts(Map.of("number", "-14"))))
                .isEmpty();
    }

    private static String points(Map<String, String> typed) {
        var mark = (Marker.Mark.Points) Marker.mark(question(), Draw.NONE, new Response.Parts(typed));
        return mark.points().toPlainString();
    }

    private static Response parts(String gap, String typed) {
        return new Response.Parts(Map.of(gap, typed));
    }

    private static Question.Numeric number(String name, BigDecimal points) {
        var exact = new Tolerance(Tolerance.Measure.ABSOLUTE, List.of(new Tolerance.Step(BigDecimal.ZERO, points)));
        var key = new NumberKey.Given(BigDecimal.valueOf(150));
        return new Question.Numeric(name, NONE, points, Optional.empty(), key, exact, "", false, List.of());
    }

    private static Cloze question() {
        var word = new ShortAnswer(
                "word",
                NONE,
                BigDecimal.ONE,
                Optional.empty(),
                false,
                List.of(
                        new ShortAnswer.Accepted("ResNet", false, BigDecimal.ONE, Optional.empty()),
                        new ShortAnswer.Accepted("skip*", true, new BigDecimal("0.5"), Optional.empty())),
                List.of());
        var options = List.of(new Option("a", NONE, NONE), new Option("b", NONE, new Words("왜", "Why")));
        var choice = new Question.SingleChoice("choice", NONE, BigDecimal.ONE, Optional.empty(), options, "a");
        return new Cloze(
                "q",
                NONE,
                BigDecimal.valueOf(3),
                Optional.empty(),
                List.of(word, number("number", BigDecimal.ONE), choice),
                Variants.NONE,
                List.of());
    }
}
