package io.skipway.courseware.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.courseware.Matching;
import org.junit.jupiter.api.Test;

class MatchingFileTests {
    private final QuestionSource source = new QuestionSource("""
            kind: matching
            points: 3
            prompt: {ko: 무엇, en: What}
            marking: per-pair
            pairs:
              - {id: a, left: {ko: 가, en: $a$}, right: {ko: 예, en: yes}, feedback: {ko: 왜, en: Why}}
              - {id: b, left: {ko: 나, en: b}, right: {ko: 아니오, en: no}}
              - {id: c, left: {ko: 다, en: c}, right: {ko: 예, en: yes}}
            extra:
              - {id: d, text: {ko: 글쎄, en: perhaps}}
            tests:
              - {answer: {a: c, b: b, c: c}, points: 3}
              - {answer: {a: d, b: b}, points: 1}
            """);

    @Test
    void readsPairsAndWhatTwoHaveInCommonOnce() {
        assertThat(source.problems()).isEmpty();
        assertThat(source.question()).isInstanceOfSatisfying(Matching.class, question -> {
            assertThat(question.rights()).extracting(Matching.Right::id).containsExactly("a", "b", "d");
            assertThat(question.lefts()).extracting(Matching.Left::match).containsExactly("a", "b", "a");
        });
    }

    @Test
    void tellsWhatIsWrong() {
        assertThat(source.with("marking: per-pair", "marking: per-pear").problems())
                .containsExactly("4: There is no marking \"per-pear\". Known are all-or-nothing, per-pair.");
        assertThat(source.with("id: d", "id: c").problems())
                .containsExactly("5: Two entries of \"pairs\" have the id \"c\".");
        assertThat(source.with("{ko: 글쎄, en: perhaps}", "{ko: 예, en: yes}").problems())
                .containsExactly("10: This stands on the right already. Write something else or take it out.");
    }

    @Test
    void aTestNamesWhatIsThere() {
        assertThat(source.with("{a: d, b: b}", "{a: e, b: b}").problems())
                .containsExactly("13: A test answers with lines such as \"a: d\", by the ids of pairs and extras.");
        assertThat(source.with("b: b}, points: 1", "b: b}, points: 2").problems())
                .containsExactly("13: The answer \"a: d, b: b\" gets 1 points, but the test expects 2. Mend the key or"
                        + " the test.");
    }
}
