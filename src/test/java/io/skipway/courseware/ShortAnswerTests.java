package io.skipway.courseware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.skipway.courseware.ShortAnswer.Accepted;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortAnswerTests {
    private static final Words NONE = new Words("", "");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ResNet; 2",
                "resnet; 2",
                "  RESNET ; 2",
                "\uFF32\uFF45\uFF53\uFF2E\uFF45\uFF54; 2",
                "잔차 신경망; 2",
                "잔차\u3000 \u00A0신경망; 2",
                "\u110C\u1161\u11AB\u110E\u1161 \u1109\u1175\u11AB\u1100\u1167\u11BC\u1106\u1161\u11BC; 2",
                "a residual net; 1.5",
                "residual networks; 1.5",
                "skip net; 1",
                "net; 0",
                "ResNet-50; 0",
                "*; 0",
                "residual; 0"
            })
    void whatIsAcceptedIsWorthItsPoints(String typed, BigDecimal points) {
        assertThat(judge(false, typed).points()).isEqualByComparingTo(points);
    }

    @Test
    void theBestOfAllThatMatchCounts() {
        var question = question(false, text("one", "2"), pattern("o*", "0.5"), pattern("on*", "1"));
        assertThat(question.judge(new Response.Text("only")).points()).isEqualByComparingTo("1");
        assertThat(question.judge(new Response.Text("or")).points()).isEqualByComparingTo("0.5");
    }

    @ParameterizedTest
    @CsvSource({
        "resnte, spelling", "reset, spelling", "resnett, spelling", "ressnet, spelling", "rsnet, spelling",
        "잔차 신경만, spelling", "VGG, ''", "resn, ''", "batchnorm, ''", "잔차, ''"
    })
    void aSlipOfOneLetterIsToldAsOne(String typed, String note) {
        var piece = judge(false, typed).pieces().getFirst();
        assertThat(piece.note().orElse("")).isEqualTo(note);
        assertThat(piece.points()).contains(BigDecimal.ZERO);
    }

    @Test
    void shortWordsAndRightOnesAreNoSlips() {
        var question = question(false, text("VGG net", "2"));
        assertThat(question.judge(new Response.Text("VGC net"))
                        .pieces()
                        .getFirst()
                        .note())
                .isEmpty();
        assertThat(judge(false, "skip net").pieces().getFirst().note()).isEmpty();
    }

    @Test
    void caseCountsOnlyWhereItIsSaidTo() {
        var missed = judge(true, "resnet");
        assertThat(missed.points()).isZero();
        assertThat(missed.pieces().getFirst().note()).contains("case");
        assertThat(judge(true, "ResNet").points()).isEqualByComparingTo("2");
    }

    @Test
    void noPatternTakesLong() {
        var question = question(false, text("x", "2"), pattern("*a".repeat(99) + "b", "1"));
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(question.judge(new Response.Text("a".repeat(200)))
                                .points())
                        .isZero());
    }

    @Test
    void signsOfRegularExpressionsStandForThemselves() {
        var question = question(false, text("x", "2"), pattern("3.5 (b)*", "1"));
        assertThat(question.judge(new Response.Text("3.5 (b) or so")).points()).isEqualByComparingTo("1");
        assertThat(question.judge(new Response.Text("345 b")).points()).isZero();
    }

    private static Verdict judge(boolean caseSensitive, String typed) {
        return question(
                        caseSensitive,
                        text("ResNet", "2"),
                        text("잔차 신경망", "2"),
                        pattern("residual net*|a residual*", "1.5"),
                        pattern("skip*net", "1"))
                .judge(new Response.Text(typed));
    }

    private static ShortAnswer question(boolean caseSensitive, Accepted... accepted) {
        return new ShortAnswer(
                "q", NONE, BigDecimal.TWO, Optional.empty(), caseSensitive, List.of(accepted), List.of());
    }

    private static Accepted text(String text, String points) {
        return new Accepted(text, false, new BigDecimal(points), Optional.empty());
    }

    private static Accepted pattern(String pattern, String points) {
        return new Accepted(pattern, true, new BigDecimal(points), Optional.empty());
    }
}
