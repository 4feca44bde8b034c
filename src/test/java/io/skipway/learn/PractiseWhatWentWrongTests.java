package io.skipway.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import io.skipway.attempts.AttemptId;
import io.skipway.attempts.Attempts;
import io.skipway.attempts.Outcome;
import io.skipway.attempts.SittingId;
import io.skipway.attempts.Unanswerable;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Drafts;
import io.skipway.courseware.Language;
import io.skipway.courseware.Response;
import io.skipway.grading.Grading;
import io.skipway.identity.CourseId;
import io.skipway.identity.People;
import io.skipway.identity.UserId;
import io.skipway.player.AnswerField;
import io.skipway.player.LabPanel;
import io.skipway.ui.Wording;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A student practises, and nothing of it counts. */
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1",
            "skipway.content=${user.dir}/target/test-classes/practice"
        })
@ActiveProfiles("demo")
@ViewPackages(packages = {"io.skipway.learn", "io.skipway.ui"})
@WithMockUser(username = "mina", roles = "STUDENT")
class PractiseWhatWentWrongTests extends SpringBrowserlessTest {
    private static final CourseId COURSE = new CourseId("deep-cnn");
    private static final String DRILL = "practice/deep-cnn/drill";

    @Autowired
    private Attempts attempts;

    @Autowired
    private AnswerStates states;

    @Autowired
    private Progress progress;

    @Autowired
    private Courses courses;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Grading grading;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void forget() {
        for (var table : List.of("mark", "submission", "review", "response", "attempt")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    @Test
    void answersOneQuestionAfterAnotherToTheEndOfTheRound() {
        UI.getCurrent().navigate("");
        assertThat(find(Anchor.class).all()).extracting(Anchor::getHref).contains(DRILL);
        assertThat(text(find(ListItem.class).all())).contains("2 new questions");

        UI.getCurrent().navigate(DRILL);
        assertThat(asked()).isEqualTo("deep-cnn:drill.first:1");
        assertThat(find(LabPanel.class).all()).isEmpty();
        assertThat(shown()).contains("0 answered in this round, 2 left");
        assertThat(next()).isEmpty();
        answer("first", 1, "a");
        submittedInTheBrowser();
        assertThat(shown()).contains("1 answered in this round, 1 left", "This question comes again in 10 minutes.");

        test(next().orElseThrow()).click();
        assertThat(asked()).isEqualTo("deep-cnn:drill.second:1");
        assertThat(find(LabPanel.class).single().getElement().hasAttribute("pinnable"))
                .isFalse();
        answer("second", 1, "b");
        submittedInTheBrowser();
        assertThat(shown()).contains("This question comes again in 2 days.");

        test(next().orElseThrow()).click();
        assertThat(find(H2.class).single().getText()).isEqualTo("Nothing is due now");
        assertThat(shown()).contains("The next question comes in 10 minutes.", "One more question comes once");
        UI.getCurrent().navigate("");
        assertThat(text(find(ListItem.class).all())).contains("Nothing due; the next comes in 10 minutes");
    }

    @Test
    void aReloadShowsTheSameQuestionWithItsAnswer() {
        UI.getCurrent().navigate(DRILL);
        answer("first", 1, "a");
        // As a page that was loaded anew.
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate(DRILL + "/first/1");
        assertThat(asked()).isEqualTo("deep-cnn:drill.first:1");
        assertThat(shown()).contains("This question comes again in 10 minutes.");
        var state = states.of(mina(), at("first", 1), Language.EN);
        assertThat(state.key()).isEqualTo("b");
        assertThat(state.feedback()).isNotNull();
        assertThat(state.nextAttempt()).isNull();
    }

    @Test
    void whatCantBeAskedNowLeadsToWhatIs() {
        for (var elsewhere : List.of("/second/7", "/taught/1", "/nothing/1")) {
            UI.getCurrent().navigate(DRILL + elsewhere);
            assertThat(asked()).as(elsewhere).isEqualTo("deep-cnn:drill.first:1");
        }
        UI.getCurrent().navigate(DRILL + "/second/1");
        assertThat(asked()).isEqualTo("deep-cnn:drill.second:1");
    }

    @Test
    void aQuestionThatWasTakenOutIsShownWithItsAnswerAndTheWayOn() {
        answerInTheLesson();
        attempts.save(mina(), at("taught", 1), 0, "w", new Response.Choice("b"));
        var before = publish("[{question: first}, {question: second}]");
        try {
            UI.getCurrent().navigate(DRILL + "/taught/1");
            assertThat(asked()).isEqualTo("deep-cnn:drill.taught:1");
            assertThat(shown()).contains("taken out of the practice set");
            test(next().orElseThrow()).click();
            assertThat(asked()).isEqualTo("deep-cnn:drill.first:1");
        } finally {
            publish(before);
        }
    }

    @Test
    void nothingOfItIsProgressOrGradedOrWaitsForAGrader() {
        answer("first", 1, "b");
        answer("second", 1, "a");
        var edition = courses.newest(COURSE).orElseThrow();
        assertThat(progress.of(mina(), edition).submitted(edition.lessons().getFirst()))
                .isZero();
        assertThat(grading.marks(person("instructor"), COURSE)).isEmpty();
        assertThat(grading.counts(person("grader"), COURSE)).isEmpty();
        assertThat(jdbc.sql("select count(*) from submission")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsWorthPointsIsNotGivenAwayBefore() {
        assertThatThrownBy(() -> attempts.save(mina(), at("taught", 1), 0, "w", new Response.Choice("b")))
                .isInstanceOf(Unanswerable.class);
        answerInTheLesson();
        UI.getCurrent().navigate(DRILL);
        assertThat(asked()).isEqualTo("deep-cnn:drill.taught:1");
    }

    @Test
    @WithMockUser(username = "grader", roles = "STUDENT")
    void onlyStudentsPractise() {
        UI.getCurrent().navigate(DRILL);
        assertThat(find(H1.class).single().getText()).contains("no such page");
        UI.getCurrent().navigate("");
        assertThat(find(Anchor.class).all()).extracting(Anchor::getHref).doesNotContain(DRILL);
    }

    @Test
    void saysWhenInPlainWords() {
        var words = Wording.of(PracticeView.class);
        var now = Instant.parse("2026-11-24T12:00:00Z");
        var seoul = ZoneId.of("Asia/Seoul");
        assertThat(List.of(
                        "2026-11-24T12:00:00Z", "2026-11-24T12:08:30Z", "2026-11-24T14:00:00Z", "2026-11-25T00:00:00Z"))
                .extracting(at -> Due.in(words, now, Instant.parse(at), seoul).replace('\u202f', ' '))
                .containsExactly("in 1 minute", "in 9 minutes", "today at 11:00 PM", "tomorrow at 9:00 AM");
        assertThat(List.of("2026-11-27T12:00:00Z", "2027-03-24T12:00:00Z"))
                .extracting(at -> Due.in(words, now, Instant.parse(at), seoul))
                .containsExactly("in 3 days", "in about 4 months");
    }

    private String asked() {
        return find(AnswerField.class).single().getElement().getAttribute("attempt");
    }

    private String shown() {
        return String.join(
                "\n",
                find(Paragraph.class).all().stream().map(Paragraph::getText).toList());
    }

    private static String text(List<ListItem> items) {
        return String.join(
                "\n",
                items.stream()
                        .map(item -> item.getElement().getTextRecursively())
                        .toList());
    }

    private Optional<NativeButton> next() {
        return find(NativeButton.class).all().stream()
                .filter(button -> button.getText().equals("Next"))
                .findFirst();
    }

    /** Publishes the set with other questions; gives those before. */
    private String publish(String questions) {
        var ines = person("instructor");
        var draft = drafts.open(ines, COURSE);
        var path = "quizzes/drill.yaml";
        var file = Objects.requireNonNull(draft.files().get(path));
        var before = file.substring(file.indexOf('[')).strip();
        drafts.save(ines, COURSE, path, file, file.replace(before, questions));
        assertThat(drafts.publish(ines, COURSE, drafts.open(ines, COURSE).id()))
                .isInstanceOf(Drafts.Publication.Published.class);
        return before;
    }

    private void answerInTheLesson() {
        var inLesson = new AttemptId(mina(), COURSE, "taught", 1);
        attempts.save(mina(), inLesson, 0, "w", new Response.Choice("a"));
        attempts.submit(mina(), inLesson, 1);
    }

    /** What the element does over HTTP. */
    private void answer(String question, int number, String option) {
        attempts.save(mina(), at(question, number), 0, "w", new Response.Choice(option));
        assertThat(attempts.submit(mina(), at(question, number), 1)).isInstanceOf(Outcome.Accepted.class);
    }

    /** What the element tells its page then. */
    private void submittedInTheBrowser() {
        var element = find(AnswerField.class).single().getElement();
        ObjectNode data = JsonMapper.builder().build().createObjectNode();
        data.put("event.detail.attempt", element.getAttribute("attempt"));
        element.getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(element, "skip-submitted", data));
    }

    private AttemptId at(String question, int number) {
        return new SittingId(mina(), COURSE, "drill", number).attempt(question);
    }

    private UserId mina() {
        return person("mina");
    }

    private UserId person(String username) {
        return people.named(username).orElseThrow().id();
    }
}
