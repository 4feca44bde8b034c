package io.skipway.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.ListItem;
import io.skipway.PublishedQuiz;
import io.skipway.attempts.SittingId;
import io.skipway.attempts.Sittings;
import io.skipway.courseware.Drafts;
import io.skipway.courseware.Response;
import io.skipway.player.ProseBlock;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/**
 * The essays of an exam, here one whose answers are given with certainty, stand in the graders' room beside those of the
 * lessons, and none is taken for the other.
 */
class GradeAnExamTests extends GradingScene {
    private static final String EXAM = "graded";
    private static final String FILE = """
            title: {ko: 채점하는 시험, en: Graded exam}
            about: {ko: 글, en: Text}
            mode: exam
            behaviour: certainty
            sections:
              - title: {ko: 하나, en: One}
                questions: [{question: skip-stabilises}]
            """;

    @Autowired
    Drafts drafts;

    @Autowired
    Sittings sittings;

    @Test
    @DirtiesContext(methodMode = DirtiesContext.MethodMode.AFTER_METHOD)
    void findsMarksAndReleasesTheEssaysOfAnExam() {
        PublishedQuiz.publish(drafts, id("instructor"), COURSE, EXAM, FILE);
        submit("yuna", "Yuna", QUESTION, "In the lesson.");
        var sitting = sit("mina", "In the exam.");

        navigate(QuestionsView.class);
        assertThat(find(ListItem.class).all().stream()
                        .map(item -> item.getElement().getTextRecursively())
                        .filter(text -> text.contains("Describe the mechanism")))
                .satisfiesExactly(
                        lesson -> assertThat(lesson).startsWith("Describe").contains("1 waiting"),
                        exam -> assertThat(exam)
                                .startsWith("Graded exam: Describe")
                                .contains("1 waiting"));

        open(EXAM + "." + QUESTION);
        assertThat(find(ProseBlock.class).all())
                .extracting(block -> block.getElement().getProperty("html"))
                .anyMatch(html -> html.contains("In the exam."))
                .noneMatch(html -> html.contains("In the lesson."));
        assertThat(words()).contains("Graded exam: Describe");
        for (var row = 1; row <= find(LevelRows.class).single().getChildren().count(); row++) {
            choose(row, 1);
        }
        assertThat(status()).startsWith("Mark saved");
        var attempt = sitting.attempt(QUESTION);
        assertThat(seenBy(attempt)).isEmpty();
        grading.releaseAll(id("grader"), COURSE, EXAM + "." + QUESTION);
        assertThat(seenBy(attempt)).isPresent();
        open(EXAM + "." + QUESTION);
        fromQueue(1);
        assertThat(words())
                .doesNotContain("The student sees this mark.")
                .contains("as soon as the quiz shows its points");
    }

    private SittingId sit(String username, String essay) {
        var id = sittings.begin(id(username), COURSE, EXAM, "").id();
        attempts.save(id.person(), id.attempt(QUESTION), 0, "w1", new Response.Certain(2, new Response.Text(essay)));
        assertThat(sittings.submit(id.person(), id, Map.of(QUESTION, 1L))).isEmpty();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> sittings.find(id.person(), id).orElseThrow().settled());
        return id;
    }
}
