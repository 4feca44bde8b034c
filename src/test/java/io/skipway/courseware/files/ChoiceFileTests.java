package io.skipway.courseware.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.courseware.MultipleChoice;
import io.skipway.courseware.Question;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Questions with options to choose of, and what can be wrong with them. */
class ChoiceFileTests {
    private static final String MULTIPLE = """
            kind: multiple-choice
            points: 2
            prompt: {ko: 무엇, en: What}
            marking: per-option
            options:
              - {id: a, right: true, text: {ko: 가, en: a}, feedback: {ko: 예, en: "yes"}}
              - {id: b, text: {ko: 나, en: b}, feedback: {ko: 아니요, en: "no"}}
              - {id: c, right: true, text: {ko: 다, en: c}, feedback: {ko: 예, en: "yes"}}
              - {id: d, right: false, text: {ko: 라, en: d}, feedback: {ko: 아니요, en: "no"}}
            tests:
              - {answer: [a, c], points: 2}
              - {answer: [a], points: 1.5}
            """;
    private static final String STATEMENT = """
            kind: true-false
            points: 1
            prompt: {ko: 참인가, en: So it is}
            key: false
            feedback:
              true: {ko: 아니요, en: "no"}
              false: {ko: 예, en: "yes"}
            tests:
              - {answer: false, points: 1}
              - {answer: true, points: 0}
            """;

    private final QuestionSource multiple = new QuestionSource(MULTIPLE);
    private final QuestionSource statement = new QuestionSource(STATEMENT);

    @Test
    void readsWhichOptionsAreRightAndHowTheyAreMarked() {
        assertThat(multiple.problems()).isEmpty();
        assertThat(multiple.question()).isInstanceOfSatisfying(MultipleChoice.class, question -> {
            assertThat(question.right()).isEqualTo(Set.of("a", "c"));
            assertThat(question.rule()).isEqualTo(MultipleChoice.Rule.PER_OPTION);
        });
    }

    @Test
    void tellsWhatIsWrongWithOptionsAndTheirMarking() {
        assertThat(multiple.with("per-option", "halves").problems())
                .containsExactly("4: There is no marking \"halves\". Known are all-or-nothing, per-option,"
                        + " right-minus-wrong.");
        assertThat(multiple.with("right: true", "right: false").problems())
                .containsExactly("5: No option is right. Write \"right: true\" in each that is.");
        assertThat(multiple.with("right: false", "right: maybe").problems())
                .containsExactly("9: \"right\" must be true or false, not \"maybe\".");
        assertThat(multiple.with("id: b", "id: a").problems()).contains("5: Two options have the id \"a\".");
        assertThat(multiple.with("right: false", "rihgt: true").problems())
                .containsExactly("9: \"rihgt\" is not known here. Did you mean \"right\"?");
    }

    @Test
    void runsTheTestsOfSeveralOptions() {
        assertThat(multiple.with("[a], points: 1.5", "[b, a], points: 2").problems())
                .containsExactly(
                        "12: The answer \"b, a\" gets 1 points, but the test expects 2. Mend the key or the test.");
        assertThat(multiple.with("[a], points", "[a, e], points").problems())
                .containsExactly("12: The test answers \"e\", which is no option.");
    }

    @Test
    void aStatementIsAChoiceOfTrueAndFalse() {
        assertThat(statement.problems()).isEmpty();
        assertThat(statement.question()).isInstanceOfSatisfying(Question.SingleChoice.class, question -> {
            assertThat(question.trueOrFalse()).isTrue();
            assertThat(question.retried()).isFalse();
            assertThat(question.key()).isEqualTo("false");
            assertThat(question.option("true").text().ko()).isEqualTo("참");
            assertThat(question.option("true").feedback().en()).isEqualTo("no");
        });
    }

    @Test
    void tellsWhatIsWrongWithAStatement() {
        assertThat(statement.with("key: false", "key: perhaps").problems())
                .contains("4: \"key\" must be true or false, not \"perhaps\".");
        assertThat(statement.with("  true: {ko: 아니요, en: \"no\"}\n", "").problems())
                .containsExactly("6: \"true\" is missing. Write a line \"true: ...\".");
        assertThat(statement
                        .with("answer: true, points: 0", "answer: true, points: 1")
                        .problems())
                .containsExactly("10: The answer \"true\" gets 0 points, but the test expects 1. Mend the key or the"
                        + " test.");
        assertThat(statement.with("answer: true", "answer: T").problems())
                .contains("10: \"answer\" must be true or false, not \"T\".");
    }
}
