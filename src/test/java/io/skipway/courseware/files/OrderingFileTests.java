package io.skipway.courseware.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.courseware.Ordering;
import org.junit.jupiter.api.Test;

class OrderingFileTests {
    private final QuestionSource source = new QuestionSource("""
            kind: ordering
            points: 2
            prompt: {ko: 무엇, en: What}
            marking: neighbours
            items:
              - {id: one, text: {ko: 하나, en: $1$}}
              - {id: two, text: {ko: 둘, en: two}, feedback: {ko: 아니오, en: No}}
              - {id: three, text: {ko: 셋, en: three}}
            tests:
              - {answer: [one, two, three], points: 2}
              - {answer: [three, one, two], points: 1}
            """);

    @Test
    void readsTheItemsInTheirRightOrder() {
        assertThat(source.problems()).isEmpty();
        assertThat(source.question()).isInstanceOfSatisfying(Ordering.class, question -> {
            assertThat(question.items()).extracting(Ordering.Item::id).containsExactly("one", "two", "three");
            assertThat(question.items().getFirst().text().en()).contains("math");
        });
    }

    /** As the form has it once it was written and taken back. */
    @Test
    void aBlankFeedbackIsNone() {
        var blank = source.with("{ko: 아니오, en: No}", "{ko: '', en: ' '}");
        assertThat(blank.problems()).isEmpty();
        assertThat(blank.question())
                .isInstanceOfSatisfying(
                        Ordering.class,
                        question -> assertThat(question.items())
                                .allMatch(item -> item.feedback().isEmpty()));
        assertThat(source.with("{ko: 아니오, en: No}", "{ko: '', en: No}").problems())
                .hasSize(1);
    }

    @Test
    void tellsWhatIsWrong() {
        assertThat(source.with("marking: neighbours", "marking: neighbors").problems())
                .containsExactly("4: There is no marking \"neighbors\". Known are all-or-nothing, neighbours.");
        assertThat(source.with("id: two", "id: one").problems())
                .containsExactly("5: Two entries of \"items\" have the id \"one\".");
        assertThat(source.with("id: two", "id: Two!").problems())
                .contains("7: An id has small letters, digits and hyphens, 32 at most: Two!");
        assertThat(source.with("[three, one, two]", "[three, one, too]").problems())
                .containsExactly("11: The test must put each of [one, two, three] in its place once, but \"too\" is no"
                        + " item.");
        assertThat(source.with("two], points: 1", "two], points: 2").problems())
                .containsExactly(
                        "11: The answer \"three, one, two\" gets 1 points, but the test expects 2. Mend the key"
                                + " or the test.");
    }
}
