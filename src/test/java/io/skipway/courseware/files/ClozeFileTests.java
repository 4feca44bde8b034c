package io.skipway.courseware.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.courseware.Cloze;
import io.skipway.courseware.Question;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ClozeFileTests {
    private final QuestionSource source = new QuestionSource("""
            kind: cloze
            points: 4
            prompt: {ko: "{{way}}는 {{word}}, {{depth}}층", en: "A **{{word}}** `x{{y}}` $x^{{2}}$ of {{depth}}, {{way}}"}
            gaps:
              depth: {type: number, key: 150, unit: layers, points: 2, within: [{relative: 0.1}]}
              word: {type: text, accept: [{text: net}]}
              way: {type: choice, key: a, options: [{id: a, text: {ko: 가, en: up}}, {id: b, text: {ko: 나, en: down}}]}
            tests:
              - {answer: {depth: 150 layers, word: Net, way: a}, points: 4}
              - {answer: {depth: 160, way: b}, points: 2}
            """);

    @Test
    void readsGapsAndTheirPlacesAndShares() {
        assertThat(source.problems()).isEmpty();
        assertThat(source.question()).isInstanceOfSatisfying(Cloze.class, cloze -> {
            assertThat(cloze.gaps())
                    .extracting(Question::points)
                    .containsExactly(BigDecimal.TWO, BigDecimal.ONE, BigDecimal.ONE);
            assertThat(cloze.prompt().en())
                    .contains("<strong><span class=\"gap\" data-gap=\"word\"></span></strong>")
                    .contains("<code>x{{y}}</code>", ">x^{{2}}</span>");
        });
    }

    @Test
    void aGapCantBringMarkupIntoTheText() {
        assertThat(source.with("A **{{word}}**", "<b onclick=x>{{word}}</b> {{\\\"><img src=x>}}")
                        .question()
                        .prompt()
                        .en())
                .doesNotContain("<b", "<img");
    }

    @Test
    void tellsWhatIsWrong() {
        assertThat(source.with("of {{depth}}", "of {{dept}}").problems())
                .containsExactly(
                        "3: The English prompt must have {{depth}} once, outside of formulas and code, but has it"
                                + " nowhere.",
                        "3: There is no gap \"dept\". Declare it under \"gaps\", which has [depth, word, way].");
        assertThat(source.with("{{depth}}층", "{{depth}} {{depth}}").problems())
                .containsExactly(
                        "3: The Korean prompt must have {{depth}} once, outside of formulas and code, but has it"
                                + " 2 times.");
        assertThat(source.with("points: 2, within", "points: 4, within").problems())
                .contains("4: The points of the gaps must add up to the question's 4.");
        assertThat(source.with("type: text", "type: texts").problems())
                .containsExactly("6: There is no type \"texts\" of gap. Known are text, number and choice.");
        assertThat(source.with("key: a", "key: c").problems())
                .contains("7: The key \"c\" is none of the options [a, b].");
        assertThat(source.with("en: down", "en: $d$").problems())
                .containsExactly("7: A gap is chosen from a list that shows no formula. Write it in words.");
        assertThat(source.with("way: b}, points: 2", "way: c}, points: 2").problems())
                .containsExactly(
                        "10: A test answers with lines such as \"depth: ...\", by the names of gaps and the ids"
                                + " of options.");
        assertThat(source.with("way: b}, points: 2", "way: b}, points: 3").problems())
                .containsExactly("10: The answer \"depth: 160, way: b\" gets 2 points, but the test expects 3. Mend the"
                        + " key or the test.");
        assertThat(source.with("{depth: 160,", "{depth: many,").problems())
                .containsExactly("10: The answer \"depth: many, way: b\" gets 0 points (it is refused: no-number), but"
                        + " the test expects 2. Mend the key or the test.");
    }
}
