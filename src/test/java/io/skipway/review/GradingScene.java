package io.skipway.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.skipway.attempts.AttemptId;
import io.skipway.attempts.Attempts;
import io.skipway.attempts.Outcome;
import io.skipway.courseware.Response;
import io.skipway.grading.Grading;
import io.skipway.grading.Mark;
import io.skipway.identity.CourseId;
import io.skipway.identity.DemoPeople;
import io.skipway.identity.People;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import io.skipway.ui.Shell;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.ActiveProfiles;

/** A grader at the real page over all the rooms, without a browser, and students who submitted essays. */
@SpringBootTest(properties = "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1")
@ActiveProfiles("demo")
@ViewPackages(packages = {"io.skipway.review", "io.skipway.ui"})
@WithMockUser(username = "grader", roles = "GRADER")
abstract class GradingScene extends SpringBrowserlessTest {
    static final CourseId COURSE = new CourseId("deep-cnn");
    static final String QUESTION = "skip-stabilises";

    @Autowired
    Attempts attempts;

    @Autowired
    Grading grading;

    @Autowired
    People people;

    @Autowired
    DemoPeople demo;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nothingIsSubmitted() {
        for (var table : List.of(
                "mark_draft",
                "mark",
                "claim",
                "evidence",
                "submission",
                "pin",
                "side_version",
                "response",
                "attempt")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    /** Submits an essay as someone of that name. */
    AttemptId submit(String username, String name, String question, String text) {
        demo.ensure(
                COURSE,
                List.of(new DemoPeople.Someone(username, name, username + "-secret", false, Set.of(Role.STUDENT))));
        var attempt = new AttemptId(id(username), COURSE, question, 1);
        assertThat(attempts.save(attempt.person(), attempt, 0, "w1", new Response.Text(text)))
                .isInstanceOf(Outcome.Accepted.class);
        assertThat(attempts.submit(attempt.person(), attempt, 1)).isInstanceOf(Outcome.Accepted.class);
        return attempt;
    }

    UserId id(String username) {
        return people.named(username).orElseThrow().id();
    }

    Optional<Mark> seenBy(AttemptId attempt) {
        return grading.released(attempt.person(), attempt);
    }

    GradingView open(String question) {
        return navigate("review/" + COURSE + "/" + question, GradingView.class);
    }

    /** All words of the page. */
    String words() {
        return find(Shell.class).single().getElement().getTextRecursively();
    }

    String status() {
        return find(Paragraph.class).withClassName("answer-status").single().getText();
    }

    TextArea comment() {
        return find(TextArea.class).single();
    }

    void press(String button) {
        test(find(NativeButton.class).withText(button).single()).click();
    }

    /** Chooses a level in a row, both counted from 1. */
    void choose(int row, int level) {
        var rows = find(LevelRows.class).single().getChildren().toList();
        test(find(NativeButton.class, rows.get(row - 1)).all().get(level - 1)).click();
    }

    /** Opens an essay from the queue, counted from 1. */
    void fromQueue(int entry) {
        test(queue().get(entry - 1)).click();
    }

    /** What the queue says of each essay after its alias. */
    List<String> standing() {
        return queue().stream()
                .map(button -> button.getElement().getChild(1).getText())
                .toList();
    }

    /** The alias of the essay that the queue says is open. */
    String current() {
        return queue().stream()
                .map(NativeButton::getElement)
                .filter(button -> "true".equals(button.getAttribute("aria-current")))
                .map(button -> button.getChild(0).getText())
                .findFirst()
                .orElseThrow();
    }

    private List<NativeButton> queue() {
        return find(NativeButton.class, find(QueueList.class).single())
                .withCondition(
                        button -> button.getElement().getParent().getTag().equals("li"))
                .all();
    }
}
