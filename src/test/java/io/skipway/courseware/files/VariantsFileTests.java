package io.skipway.courseware.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.courseware.Cloze;
import io.skipway.courseware.NumberKey;
import io.skipway.courseware.Question;
import org.junit.jupiter.api.Test;

class VariantsFileTests {
    private final QuestionSource number = new QuestionSource("""
            kind: numeric
            points: 1
            prompt: {ko: "[[n]], [[c]]", en: "[[n]] layers of [[c]] channels: $p_{[[n]]}$"}
            draw:
              n: [2, 3]
              c: {from: 16, to: 48, step: 16}
            let:
              p: 9*c*c
            key: {formula: n*p}
            within: [{relative: 0.01, points: 1}]
            tests:
              - {answer: 4608, points: 1}
              - {draw: {n: 3, c: 32}, answer: 27648, points: 1}
              - {draw: {n: 3}, answer: 27648, points: 0}
            """);

    @Test
    void readsListsRangesAndWhatIsComputed() {
        assertThat(number.problems()).isEmpty();
        assertThat(number.question()).isInstanceOfSatisfying(Question.Numeric.class, question -> {
            assertThat(question.variants().values().get("c")).containsExactly("16", "32", "48");
            assertThat(question.key()).isEqualTo(new NumberKey.Formula("n*p"));
            assertThat(question.sample().prompt().en()).contains("2 layers of 16 channels", "p_{2}");
        });
    }

    @Test
    void everyVariantMustHaveAValue() {
        assertThat(number.with("formula: n*p", "formula: p/(n-3)").problems())
                .contains("9: This can't be computed where c = 16, n = 3: Division by zero.");
        assertThat(number.with("9*c*c", "9*k*k").problems())
                .contains("7: This can't be computed where c = 16, n = 2: nothing is drawn for \"k\".");
        assertThat(number.with("9*c*c", "9*c*").problems()).first().asString().startsWith("7: This can't be computed");
        assertThat(number.with("formula: n*p", "formula: n-2").problems())
                .contains("9: Nothing is near 0 in proportion. Write \"absolute\" in the steps of \"within\".");
    }

    @Test
    void tellsWhatCantBeDrawn() {
        assertThat(number.with("[2, 3]", "[]").problems())
                .contains("5: \"n\" needs one value at least: a list, or {from: 1, to: 9, step: 2}.");
        assertThat(number.with("step: 16", "step: 0").problems())
                .contains("6: A range goes from the lower end up to the higher, by a step above 0.");
        assertThat(number.with("to: 48, step: 16", "to: 48000").problems())
                .contains("6: A range has 500 values at most.");
        assertThat(number.with("  n: [2, 3]", "  e: [2, 3]").problems())
                .contains("5: \"e\" means something in formulas. Take another name.");
        assertThat(number.with("  p: 9", "  N: 9").problems())
                .contains("8: \"N\" stands here already; capitals make no difference.");
        assertThat(number.with("[2, 3]", "[\"<b>\"]").problems())
                .contains("5: A value has letters, digits, blanks and signs of numbers, 40 at most: <b>");
        assertThat(number.with("ko: \"[[n]], [[c]]\"", "ko: \"[[n]] [[m]]\"").problems())
                .contains("4: Nothing is drawn for [[m]]. Declare it under \"draw\".");
        assertThat(number.with("ko: \"[[n]], [[c]]\"", "ko: \"[[c]]\"").problems())
                .containsExactly("4: Each attempt draws its own n, so both languages must tell it: write [[n]].");
        assertThat(number.with("{n: 3}, answer", "{n: 9}, answer").problems())
                .containsExactly("14: \"n\" is never drawn as \"9\", but as one of 2, 3.");
    }

    @Test
    void aChoiceMayBeShuffledAndDrawn() {
        var source = new QuestionSource("""
                kind: single-choice
                points: 1
                prompt: {ko: "$[[n]]+1$", en: "$[[n]]+1$"}
                shuffle: true
                draw: {n: [1, 2]}
                let: {more: n+1}
                key: a
                options:
                  - {id: a, text: {ko: "[[more]]", en: "[[more]]"}, feedback: {ko: 예, en: Yes}}
                  - {id: b, text: {ko: "[[n]]", en: "[[n]]"}, feedback: {ko: 아니오, en: No}}
                tests:
                  - {answer: a, points: 1}
                """);
        assertThat(source.problems()).isEmpty();
        assertThat(source.question().variants().shuffled()).containsExactly("a", "b");
        assertThat(((Question.SingleChoice) source.question().sample())
                        .option("a")
                        .text()
                        .en())
                .isEqualTo("2");
    }

    @Test
    void aGapMayBeComputed() {
        var source = new QuestionSource("""
                kind: cloze
                points: 1
                prompt: {ko: "[[n]] {{twice}}", en: "Twice [[n]] is {{twice}}"}
                draw: {n: {from: 2, to: 4}}
                gaps:
                  twice: {type: number, key: {formula: 2*n}}
                tests:
                  - {draw: {n: 4}, answer: {twice: 8}, points: 1}
                """);
        assertThat(source.problems()).isEmpty();
        var sample = (Cloze) source.question().sample();
        assertThat(sample.prompt().en()).contains("Twice 2 is <span");
        assertThat(sample.key()).isEqualTo(new io.skipway.courseware.Response.Parts(java.util.Map.of("twice", "4")));
        assertThat(source.with("2*n}", "2/(n-3)}").problems())
                .contains("6: This can't be computed where n = 3: Division by zero.");
    }
}
