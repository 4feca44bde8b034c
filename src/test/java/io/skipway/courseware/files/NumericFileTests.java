package io.skipway.courseware.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.courseware.NumberKey;
import io.skipway.courseware.Question;
import io.skipway.courseware.Tolerance;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A question that asks for a number, and what can be wrong with it. */
class NumericFileTests extends QuestionScene {
    private static final String GIVEN = """
            kind: numeric
            points: 2
            key: 0.16
            unit: ms
            prompt: {ko: 얼마, en: How much}
            within:
              - {relative: 0.05, points: 2}
              - {relative: 0.2, points: 1}
            tests:
              - {answer: 0.16 ms, points: 2}
              - {answer: "1,8·10^-1", points: 1}
              - {answer: 0.5, points: 0}
            """;
    private static final String COMPUTED = """
            kind: numeric
            points: 2
            lab: flow
            computed:
              lab: flow
              quantity: ratio-plain
              draw: {sd: [0.02, 0.05], depth: [20, 24, 30]}
            closed: true
            prompt: {ko: "$h_{[[depth]]}$, [[sd]]", en: "$h_{[[depth]]}$, [[sd]]"}
            within:
              - {decades: 0.5, points: 2}
            solutions:
              - {title: {ko: 까닭, en: Why}, text: {ko: "[[depth]]층", en: "[[depth]] layers"}}
            """;
    private static final String LAB = """
            lab: gradient-flow
            question: {ko: 얼마나?, en: How much?}
            look: {ko: 보십시오, en: Look}
            settings: {depth: 30, width: 64, activation: tanh, initialiser: normal, sd: 0.02, normalisation: none,
              skip: none, scale: 1.0, data: digits, steps: 0, learningRate: 0.1, seed: 7}
            controls: [depth]
            presets: []
            """;

    NumericFileTests() {
        super(GIVEN, "flow", LAB);
        files.replaceAll((path, text) -> path.endsWith(".md") ? text + "\n::lab{flow}\n" : text);
    }

    /** As the form has it once it was written and taken back. */
    @Test
    void aBlankUnitIsNone() {
        replace("unit: ms", "unit: ''");
        replace("0.16 ms", "0.16");
        assertThat(problems()).isEmpty();
    }

    @Test
    void aGivenKeyIsReadWithItsStepsAndItsTestsAreRun() {
        assertThat(problems()).isEmpty();
        var question = question();
        assertThat(question.key()).isEqualTo(new NumberKey.Given(new BigDecimal("0.16")));
        assertThat(question.unit()).isEqualTo("ms");
        assertThat(question.tolerance())
                .isEqualTo(new Tolerance(
                        Tolerance.Measure.RELATIVE,
                        List.of(
                                new Tolerance.Step(new BigDecimal("0.05"), BigDecimal.TWO),
                                new Tolerance.Step(new BigDecimal("0.2"), BigDecimal.ONE))));
        replace("{answer: 0.5, points: 0}", "{answer: 0.5 kg, points: 2}");
        assertThat(problems())
                .containsExactly("one/questions/q.yaml:12: The answer \"0.5 kg\" gets 0 points (it is refused: unit),"
                        + " but the test expects 2. Mend the key or the test.");
        files.put(
                "one/questions/q.yaml",
                GIVEN.replace("relative", "decades")
                        .replace("1,8·10^-1", "2,3·10^-1")
                        .replace("{answer: 0.5, points: 0}", "{answer: -5, points: 2}"));
        assertThat(problems())
                .containsExactly("one/questions/q.yaml:12: The answer \"-5\" gets 0 points (it is refused:"
                        + " not-positive), but the test expects 2. Mend the key or the test.");
    }

    @Test
    void aComputedKeyNamesItsLabItsQuantityAndWhatIsDrawn() {
        files.put("one/questions/q.yaml", COMPUTED);
        assertThat(problems()).isEmpty();
        var question = question();
        assertThat(question.closed()).isTrue();
        assertThat(question.key()).isInstanceOfSatisfying(NumberKey.Computed.class, key -> {
            assertThat(key.quantity()).isEqualTo(NumberKey.Quantity.RATIO_PLAIN);
            assertThat(key.choices())
                    .isEqualTo(Map.of("sd", List.of("0.02", "0.05"), "depth", List.of("20", "24", "30")));
        });
        assertThat(question.sample().prompt().en()).contains("h_{20}", "0.02").doesNotContain("[[");
    }

    @Test
    void theKeyIsGivenOrComputed() {
        replace("key: 0.16\n", "");
        assertThat(problems())
                .containsExactly(
                        "one/questions/q.yaml:1: Write either \"key\" with a number, or \"computed\" with a lab"
                                + " and a quantity.");
        files.put("one/questions/q.yaml", COMPUTED + "key: 1\n");
        assertThat(problems()).singleElement().asString().contains(":14: Write either");
        files.put("one/questions/q.yaml", GIVEN + "closed: true\n");
        assertThat(problems()).containsExactly("one/questions/q.yaml:13: Only a computed question can close its lab.");
        files.put("one/questions/q.yaml", COMPUTED + "tests: [{answer: 1, points: 2}]\n");
        assertThat(problems()).singleElement().asString().contains(":14: A computed key is not known");
    }

    @Test
    void aKeyFitsItsMeasure() {
        replace("key: 0.16", "key: 0");
        assertThat(problems())
                .containsExactly("one/questions/q.yaml:3: Nothing is near 0 in proportion. Write \"absolute\" in the"
                        + " steps of \"within\".");
        files.put("one/questions/q.yaml", GIVEN.replace("relative", "decades").replace("0.16\n", "-2\n"));
        assertThat(problems())
                .containsExactly("one/questions/q.yaml:3: A key that is 0 or less has no logarithm. Write \"absolute\""
                        + " or \"relative\" instead of \"decades\".");
        files.put("one/questions/q.yaml", GIVEN.replace("0.16\n", "1e400\n"));
        assertThat(problems()).containsExactly("one/questions/q.yaml:3: The key must lie between 1e-300 and 1e300.");
    }

    @Test
    void aStepHasOneMeasureAndAllHaveTheSame() {
        replace("{relative: 0.05, points: 2}", "{relative: 0.05, absolute: 1, points: 2}");
        assertThat(problems())
                .contains("one/questions/q.yaml:7: A step has exactly one of absolute, relative, figures, decades.");
        replace("{relative: 0.05, absolute: 1, points: 2}", "{absolute: 0.05, points: 2}");
        assertThat(problems())
                .contains("one/questions/q.yaml:8: All steps need the same measure as the first, absolute.");
        replace("{absolute: 0.05, points: 2}", "{relative: 0.3, points: 1}");
        assertThat(problems())
                .contains(
                        "one/questions/q.yaml:7: The first step must be worth the question's 2 points.",
                        "one/questions/q.yaml:8: \"relative\" must grow from step to step, for the strictest stands"
                                + " first.",
                        "one/questions/q.yaml:8: The points must be above 0 and fall from step to step.");
        replace("{relative: 0.3, points: 1}", "{relative: 0, points: 2}");
        assertThat(problems()).contains("one/questions/q.yaml:7: \"relative\" must be above 0.");
    }

    @Test
    void figuresAreWholeAndFall() {
        replace("{relative: 0.05, points: 2}", "{figures: 2, points: 2}");
        replace("{relative: 0.2, points: 1}", "{figures: 3, points: 1}");
        assertThat(problems())
                .contains("one/questions/q.yaml:8: The figures must fall from step to step, for the strictest stands"
                        + " first.");
        replace("{figures: 2, points: 2}", "{figures: 2.5, points: 2}");
        assertThat(problems()).contains("one/questions/q.yaml:7: \"figures\" must be a whole number from 1 to 15.");
    }

    @Test
    void whatCantBeComputedIsNamed() {
        files.put("one/questions/q.yaml", COMPUTED);
        replace("ratio-plain", "ratio");
        assertThat(problems())
                .containsExactly("one/questions/q.yaml:6: There is no quantity \"ratio\". Known are first-plain,"
                        + " first-residual, ratio-plain, ratio-residual.");
        replace("quantity: ratio", "quantity: ratio-residual");
        assertThat(problems())
                .containsExactly(
                        "one/questions/q.yaml:6: The lab \"flow\" has no residual network, for its skip is none.");
        replace("ratio-residual", "ratio-plain");
        replace("lab: flow\n  quantity", "lab: flaw\n  quantity");
        assertThat(problems())
                .containsExactly("one/questions/q.yaml:5: The lab \"flaw\" has no file one/labs/flaw.yaml. Write it.");
    }

    @Test
    void whatIsDrawnMustBePossible() {
        files.put("one/questions/q.yaml", COMPUTED);
        replace("[20, 24, 30]", "[20, 2000]");
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("one/questions/q.yaml:7: {depth=2000, sd=0.02} can't be drawn: out-of-range");
        replace("[20, 2000]", "[twenty]");
        assertThat(problems()).singleElement().asString().contains("can't be drawn: out-of-range {setting=depth}");
        replace("[twenty]", "[]");
        assertThat(problems()).containsExactly("one/questions/q.yaml:7: \"depth\" needs one value at least.");
        replace("depth: []", "dept: [20]");
        assertThat(problems()).contains("one/questions/q.yaml:7: \"dept\" is not known here. Did you mean \"depth\"?");
        replace("dept: [20]", "seed: [1], depth: [20]");
        assertThat(problems()).singleElement().asString().contains("\"seed\" is not known here");
    }

    @Test
    void whatIsDrawnIsToldAndWhatIsFilledIsDrawn() {
        files.put("one/questions/q.yaml", COMPUTED);
        replace("en: \"$h_{[[depth]]}$, [[sd]]\"", "en: \"[[depth]], [[width]]\"");
        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "one/questions/q.yaml:9: Each attempt draws its own sd, so both prompts must tell it: write"
                                + " [[sd]].",
                        "one/questions/q.yaml:9: Nothing is drawn for [[width]]. Declare it under \"draw\".");
    }

    private Question.Numeric question() {
        return (Question.Numeric) read().edition().question("q").orElseThrow();
    }
}
