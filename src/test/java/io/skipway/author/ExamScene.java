package io.skipway.author;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import io.skipway.PublishedQuiz;
import io.skipway.attempts.Attempts;
import io.skipway.attempts.Outcome;
import io.skipway.attempts.Sitting;
import io.skipway.attempts.SittingId;
import io.skipway.attempts.Sittings;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Drafts;
import io.skipway.courseware.Response;
import io.skipway.identity.CourseId;
import io.skipway.identity.People;
import io.skipway.identity.UserId;
import io.skipway.ui.Shell;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.ActiveProfiles;

/** An instructor at the real page of an exam over all the rooms, without a browser, and students who sit it. */
@SpringBootTest(
        properties = {"spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1", "skipway.scene=exam"})
@ActiveProfiles("demo")
@ViewPackages(packages = {"io.skipway.author", "io.skipway.ui"})
@WithMockUser(username = "instructor", roles = "INSTRUCTOR")
abstract class ExamScene extends SpringBrowserlessTest {
    static final CourseId COURSE = new CourseId("deep-cnn");
    private static final String QUIZ = "watched";
    private static final String FILE = """
            title: {ko: 지켜보는 시험, en: Watched exam}
            about: {ko: 글, en: Text}
            mode: exam
            minutes: 40
            attempts: 1
            sections:
              - title: {ko: 하나, en: One}
                questions:
                  - {question: uniform-3x3}
                  - {question: skip-stabilises}
            """;

    @Autowired
    Courses courses;

    @Autowired
    Drafts drafts;

    @Autowired
    Sittings sittings;

    @Autowired
    Attempts attempts;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void anExamThatNobodyHasBegun() {
        if (courses.newest(COURSE).orElseThrow().quiz(QUIZ).isEmpty()) {
            PublishedQuiz.publish(drafts, id("instructor"), COURSE, QUIZ, FILE);
        }
        for (var table : List.of(
                "mark", "evidence", "submission", "sitting_event", "sitting", "accommodation", "announcement")) {
            jdbc.sql("delete from " + table).update();
        }
        for (var table : List.of("response", "side_version", "attempt")) {
            jdbc.sql("delete from " + table + " where exercise like 'watched.%'")
                    .update();
        }
    }

    UserId id(String username) {
        return people.named(username).orElseThrow().id();
    }

    String name(String username) {
        return people.named(username).orElseThrow().name();
    }

    SittingId begin(String username) {
        return sittings.begin(id(username), COURSE, QUIZ, "").id();
    }

    void answer(SittingId sitting, String question, Response response) {
        assertThat(attempts.save(sitting.person(), sitting.attempt(question), 0, question, response))
                .isInstanceOf(Outcome.Accepted.class);
    }

    Sitting now(SittingId sitting) {
        return sittings.find(sitting.person(), sitting).orElseThrow();
    }

    /** How long the sitting may take, with all that was given. */
    Duration allowed(SittingId sitting) {
        return Duration.between(now(sitting).begunAt(), now(sitting).endsAt().orElseThrow());
    }

    void settled(SittingId sitting) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> now(sitting).settled());
        poll();
    }

    ExamView open() {
        return navigate("author/" + COURSE + "/exams/" + QUIZ, ExamView.class);
    }

    /** As the browser asks every few seconds. */
    void poll() {
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), false));
    }

    /** All words of the page. */
    String words() {
        return find(Shell.class).single().getElement().getTextRecursively();
    }

    String told() {
        return find(Paragraph.class).withClassName("exam-told").single().getText();
    }

    String summary() {
        return find(Paragraph.class).withClassName("exam-summary").single().getText();
    }

    void manage(String username) {
        test(named("Manage: " + name(username))).click();
    }

    NativeButton named(String label) {
        return find(NativeButton.class).withAriaLabel(label).single();
    }

    void press(String text) {
        test(find(NativeButton.class).withText(text).single()).click();
    }

    /** The minutes in the panel of the student who is chosen. */
    IntegerField minutes() {
        return find(IntegerField.class, find(SeatPanel.class).single()).single();
    }
}
