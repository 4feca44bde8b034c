package io.skipway.courseware.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.courseware.Question;
import io.skipway.lab.Control;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A question that hands over a sick network, and what can be wrong with it. */
class RepairFileTests extends QuestionScene {
    private static final String QUESTION = """
            kind: repair
            points: 2
            lab: sick
            dials: [learningRate, initialiser]
            prompt: {ko: 고치십시오, en: Mend}
            goal:
              - {accuracy: 0.7, points: 2}
              - {accuracy: 0.5, points: 1}
            solutions:
              - {title: {ko: 까닭, en: Why}, text: {ko: 학습률, en: The rate}}
            """;
    private static final String LAB = """
            lab: health
            question: {ko: 왜?, en: Why?}
            look: {ko: 보십시오, en: Look}
            settings: {depth: 8, activation: relu, initialiser: he, sd: 0.02, skip: none, steps: 200, learningRate: 0.5,
              seed: 7}
            controls: [learningRate]
            presets: []
            """;

    RepairFileTests() {
        super(QUESTION, "sick", LAB);
    }

    @Test
    void theSickNetworkIsTheOneWithWhichTheLabOpens() {
        assertThat(problems()).isEmpty();
        var edition = read().edition();
        var question = (Question.Repair) edition.question("q").orElseThrow();
        assertThat(question.experiment())
                .isEqualTo(edition.lab("sick").orElseThrow().experiment());
        assertThat(question.dials()).extracting(Control::name).containsExactlyInAnyOrder("learningRate", "initialiser");
        assertThat(question.seeds()).isEqualTo(3);
        assertThat(question.goals())
                .containsExactly(
                        new Question.Goal(new BigDecimal("0.7"), BigDecimal.TWO),
                        new Question.Goal(new BigDecimal("0.5"), BigDecimal.ONE));
        assertThat(question.solutions()).hasSize(1);
    }

    @Test
    void aLabOfAnotherKindIsNamed() {
        files.put("one/labs/sick.yaml", """
                lab: identity-term
                question: {ko: 왜?, en: Why?}
                look: {ko: 보십시오, en: Look}
                settings: {a: 1.0, activation: tanh, counterexample: none, width: 16, seed: 7}
                controls: [a]
                presets: []
                """);
        assertThat(problems())
                .containsExactly("one/questions/q.yaml:3: The lab \"sick\" has no network in training to repair. Name"
                        + " one of the kind health.");
    }

    @Test
    void aDialIsASettingOfTheNetworkButNeverItsSeed() {
        replace("[learningRate, initialiser]", "[learningRate, seed]");
        assertThat(problems())
                .containsExactly("one/questions/q.yaml:4: The network has no setting \"seed\" to turn. It has depth,"
                        + " activation, initialiser, sd, skip, steps, learningRate.");
        replace("[learningRate, seed]", "[learningRate, learningRate]");
        assertThat(problems())
                .containsExactly("one/questions/q.yaml:4: \"learningRate\" stands here twice. Remove one.");
        replace("[learningRate, learningRate]", "[]");
        assertThat(problems())
                .containsExactly("one/questions/q.yaml:4: \"dials\" needs one setting at least, of depth, activation,"
                        + " initialiser, sd, skip, steps, learningRate.");
    }

    @Test
    void theMiddleOfTheSeedsIsOneOfThem() {
        for (var seeds : List.of("2", "0", "11", "1.5", "-1")) {
            files.put("one/questions/q.yaml", QUESTION.replace("dials:", "seeds: " + seeds + "\ndials:"));
            assertThat(problems())
                    .containsExactly("one/questions/q.yaml:4: \"seeds\" must be an odd number from 1 to 9, so that one"
                            + " result is in the middle.");
        }
        files.put("one/questions/q.yaml", QUESTION.replace("dials:", "seeds: 5\ndials:"));
        assertThat(problems()).isEmpty();
    }

    @Test
    void whatTakesTooLongAtASubmissionIsRefusedByTheEndsOfItsDials() {
        replace("[learningRate, initialiser]", "[depth, steps]");
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("one/questions/q.yaml:4: 3 networks of 40 layers in 400 steps take too long")
                .contains("at most 4.0 thousand million")
                .endsWith("Lessen the steps, the layers or the seeds, or take steps and depth out of the dials.");
    }

    @Test
    void theGoalsBeginWithAllPointsAndFall() {
        replace("{accuracy: 0.7, points: 2}", "{accuracy: 0.7, points: 1.5}");
        assertThat(problems())
                .containsExactly("one/questions/q.yaml:7: The first step must be worth the question's 2 points.");
        replace("{accuracy: 0.7, points: 1.5}", "{accuracy: 70, points: 2}");
        assertThat(problems())
                .containsExactly("one/questions/q.yaml:7: The accuracies must be above 0, at most 1, and fall from step"
                        + " to step.");
        replace("{accuracy: 70, points: 2}", "{accuracy: 0.5, points: 2}");
        assertThat(problems())
                .containsExactly("one/questions/q.yaml:8: The accuracies must be above 0, at most 1, and fall from step"
                        + " to step.");
        replace("{accuracy: 0.5, points: 1}", "{accuracy: 0.4, points: 2}");
        assertThat(problems())
                .containsExactly("one/questions/q.yaml:8: The points must be above 0 and fall from step to step.");
    }
}
