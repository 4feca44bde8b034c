package io.skipway.courseware.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.courseware.ShortAnswer;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ShortAnswerFileTests {
    private final QuestionSource source = new QuestionSource("""
            kind: short-answer
            points: 2
            prompt: {ko: 무엇, en: What}
            caseSensitive: true
            accept:
              - {text: ResNet}
              - {pattern: "skip*|residual*", points: 0.5, feedback: {ko: 거의, en: Nearly}}
            tests:
              - {answer: ResNet, points: 2}
              - {answer: skip net, points: 0.5}
            """);

    @Test
    void readsWhatIsAcceptedAndItsPoints() {
        assertThat(source.problems()).isEmpty();
        assertThat(source.question()).isInstanceOfSatisfying(ShortAnswer.class, question -> {
            assertThat(question.caseSensitive()).isTrue();
            assertThat(question.accepted())
                    .extracting(ShortAnswer.Accepted::points)
                    .containsExactly(new BigDecimal("2"), new BigDecimal("0.5"));
            assertThat(question.accepted().getLast().pattern()).isTrue();
        });
    }

    @Test
    void tellsWhatIsWrong() {
        assertThat(source.with("{text: ResNet}", "{pattern: ResNet}").problems())
                .containsExactly("5: The first must be a \"text\" that is worth the question's 2 points, for it is told"
                        + " as the key.");
        assertThat(source.with("{text: ResNet}", "{text: ResNet, points: 1}").problems())
                .contains("5: The first must be a \"text\" that is worth the question's 2 points, for it is told as"
                        + " the key.");
        assertThat(source.with("{pattern: \"skip*|residual*\",", "{").problems())
                .contains("7: Write either \"text\", or \"pattern\" with * for anything and | for or.");
        assertThat(source.with("skip*|residual*", "skip|*").problems())
                .contains("7: A pattern that consists of * alone would accept everything.");
        assertThat(source.with("points: 0.5, f", "points: 3, f").problems())
                .contains("7: The points must be above 0 and at most the question's 2.");
        assertThat(source.with("ResNet}", "ResNet, pints: 2}").problems())
                .containsExactly("6: \"pints\" is not known here. Did you mean \"points\"?");
        assertThat(source.with("skip net, points: 0.5", "Skip net, points: 0.5").problems())
                .containsExactly("10: The answer \"Skip net\" gets 0 points, but the test expects 0.5. Mend the key or"
                        + " the test.");
    }
}
