package io.skipway.courseware.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.courseware.Question;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A question that asks for a curve, and what can be wrong with it. */
class PredictionFileTests extends QuestionScene {
    private static final String QUESTION = """
            kind: prediction
            points: 2
            lab: flow
            network: plain
            axis: {from: -40, to: 4}
            prompt: {ko: 그리십시오, en: Draw}
            within:
              - {decades: 1, points: 2}
              - {decades: 3, points: 1}
            solutions:
              - {title: {ko: 까닭, en: Why}, text: {ko: 곱, en: A product}}
            """;
    private static final String LAB = """
            lab: gradient-flow
            question: {ko: 얼마나?, en: How much?}
            look: {ko: 보십시오, en: Look}
            settings: {depth: 30, width: 64, activation: tanh, initialiser: normal, sd: 0.02, normalisation: none,
              skip: identity, scale: 1.0, data: digits, steps: 0, learningRate: 0.1, seed: 7}
            controls: [depth]
            presets: []
            """;

    PredictionFileTests() {
        super(QUESTION, "flow", LAB);
    }

    @Test
    void theExperimentIsTheOneWithWhichTheLabOpens() {
        assertThat(problems()).isEmpty();
        var edition = read().edition();
        var question = (Question.Prediction) edition.question("q").orElseThrow();
        assertThat(question.experiment())
                .isEqualTo(edition.lab("flow").orElseThrow().experiment());
        assertThat(question.network()).isEqualTo(Question.Network.PLAIN);
        assertThat(List.of(question.from(), question.to())).containsExactly(-40, 4);
        assertThat(question.within())
                .containsExactly(
                        new Question.Within(BigDecimal.ONE, BigDecimal.TWO),
                        new Question.Within(BigDecimal.valueOf(3), BigDecimal.ONE));
        assertThat(question.solutions()).hasSize(1);
    }

    @Test
    void aLabWithoutACurveOrWithoutThatNetworkIsNamed() {
        files.put("one/labs/flow.yaml", """
                lab: identity-term
                question: {ko: 얼마나?, en: How much?}
                look: {ko: 보십시오, en: Look}
                settings: {a: 1.0, activation: tanh, counterexample: none, width: 16, seed: 7}
                controls: [a]
                presets: []
                """);
        assertThat(problems())
                .containsExactly(
                        "one/questions/q.yaml:3: The lab \"flow\" has no curve to predict. Name one of the kind"
                                + " gradient-flow.");
        files.put("one/labs/flow.yaml", LAB.replace("skip: identity", "skip: none"));
        assertThat(problems()).isEmpty();
        replace("network: plain", "network: residual");
        assertThat(problems())
                .containsExactly(
                        "one/questions/q.yaml:4: The lab \"flow\" has no residual network, for its skip is none."
                                + " Write plain, or set the skip.");
        replace("network: residual", "network: dense");
        assertThat(problems())
                .containsExactly("one/questions/q.yaml:4: \"network\" must be plain or residual, not \"dense\".");
    }

    @Test
    void aLabThatIsNotThereIsToldOnceWhereItIsNamed() {
        files.remove("one/labs/flow.yaml");
        assertThat(problems())
                .containsExactly("one/questions/q.yaml:3: The lab \"flow\" has no file one/labs/flow.yaml. Write it.");
        replace("lab: flow\n", "");
        assertThat(problems())
                .containsExactly("one/questions/q.yaml:1: \"lab\" is missing. Write a line \"lab: ...\".");
    }

    @Test
    void theAxisGoesUpInWholePowersOfTen() {
        replace("{from: -40, to: 4}", "{from: 4, to: -40}");
        assertThat(problems())
                .containsExactly("one/questions/q.yaml:5: The axis must go from a lower to a higher power of ten.");
        replace("{from: 4, to: -40}", "{from: -0.5, to: 4}");
        assertThat(problems())
                .containsExactly("one/questions/q.yaml:5: \"from\" is an exponent of ten: a whole number from -300 to"
                        + " 300.");
        replace("axis: {from: -0.5, to: 4}\n", "");
        assertThat(problems())
                .containsExactly("one/questions/q.yaml:1: \"axis\" is missing. Write a line \"axis: ...\".");
    }

    @Test
    void theStepsBeginWithAllPointsAndThenGoWiderAndFall() {
        replace("{decades: 1, points: 2}", "{decades: 1, points: 1.5}");
        assertThat(problems())
                .containsExactly("one/questions/q.yaml:8: The first step must be worth the question's 2 points.");
        replace("{decades: 1, points: 1.5}", "{decades: 3, points: 2}");
        assertThat(problems())
                .containsExactly("one/questions/q.yaml:9: The decades must be above 0 and grow from step to step.");
        replace("{decades: 3, points: 1}", "{decades: 5, points: 2}");
        assertThat(problems())
                .containsExactly("one/questions/q.yaml:9: The points must be above 0 and fall from step to step.");
        replace("{decades: 5, points: 2}", "{decades: 5, point: 1}");
        assertThat(problems())
                .contains("one/questions/q.yaml:9: \"point\" is not known here. Did you mean \"points\"?");
    }
}
