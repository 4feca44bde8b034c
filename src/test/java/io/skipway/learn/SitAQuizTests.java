package io.skipway.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import io.skipway.MovedClock;
import io.skipway.attempts.Accommodation;
import io.skipway.attempts.Attempts;
import io.skipway.attempts.Invigilation;
import io.skipway.attempts.SittingId;
import io.skipway.attempts.Sittings;
import io.skipway.courseware.Response;
import io.skipway.identity.CourseId;
import io.skipway.identity.People;
import io.skipway.identity.UserId;
import io.skipway.player.AnswerField;
import io.skipway.player.ExerciseCard;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.ActiveProfiles;

/** A student finds a quiz, reads its rules, sits it, and reads what came of it. */
@SpringBootTest(properties = "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1")
@ActiveProfiles("demo")
@Import(QuizzesOfTheTest.class)
@ViewPackages(packages = {"io.skipway.learn", "io.skipway.ui"})
@WithMockUser(username = "mina", roles = "STUDENT")
class SitAQuizTests extends SpringBrowserlessTest {
    private static final CourseId COURSE = new CourseId("deep-cnn");

    @Autowired
    Sittings sittings;

    @Autowired
    Attempts attempts;

    @Autowired
    Invigilation invigilation;

    @Autowired
    People people;

    @Autowired
    MovedClock clock;

    @Test
    void theCourseListsItsQuizzesWithHowTheyStand() {
        sittings.begin(mina(), COURSE, "ordered", "");
        UI.getCurrent().navigate("labs/deep-cnn");
        UI.getCurrent().navigate("");
        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains("quiz/deep-cnn/timed", "practice/deep-cnn/drill");
        assertThat(text())
                .contains("Quiz timed", "3 questions", "40 min")
                .contains("In progress, 10 min left")
                .contains("Opens Jan 1, 2999")
                .contains("Nothing to practise yet");
    }

    @Test
    void theRulesAreToldBeforeTheStartWithTheTimeThatIsOnesOwn() {
        UI.getCurrent().navigate("quiz/deep-cnn/tried");
        assertThat(text())
                .contains("No limit", "As many as you like.", "The best counts.")
                .contains("You may check each answer 2 times; each miss takes 50 % of its points.")
                .contains("Points: as soon as an answer is checked.")
                .contains("Solutions: once you have submitted and all is marked.");
        var longer = new Accommodation(
                Optional.of(Duration.ofMinutes(60)), Optional.empty(), Optional.empty(), OptionalInt.empty());
        var jun = person("jun");
        invigilation.accommodate(person("instructor"), COURSE, "timed", jun, longer);
        assertThat(sittings.standing(jun, COURSE, "timed").accommodation()).isEqualTo(longer);
        UI.getCurrent().navigate("quiz/deep-cnn/timed");
        assertThat(text()).contains("40 min").doesNotContain("extended");
        invigilation.accommodate(person("instructor"), COURSE, "timed", mina(), longer);
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate("quiz/deep-cnn/timed");
        assertThat(text()).contains("60 min, extended from 40");
        invigilation.accommodate(person("instructor"), COURSE, "timed", mina(), Accommodation.NONE);
    }

    @Test
    void aWrongPasswordIsToldInItsPlaceAndTheRightOneBegins() {
        UI.getCurrent().navigate("quiz/deep-cnn/timed");
        var password = find(TextField.class).single();
        password.setValue("plain");
        press("Start");
        assertThat(password.isInvalid()).isTrue();
        assertThat(password.getErrorMessage()).contains("not the password");
        password.setValue(" residual ");
        press("Start");
        assertThat(find(AnswerField.class).all())
                .extracting(field -> field.getElement().getAttribute("in-quiz"))
                .containsExactly("deferred", "deferred", "deferred");
        assertThat(text()).contains("Question 1", "3 points");
        assertThat(find(SittingBar.class).single().getElement().getAttribute("rendered"))
                .isEqualTo("open:0");
        UI.getCurrent().navigate("quiz/deep-cnn/timed");
        assertThat(find(Anchor.class).withText("Continue").single().getHref()).isEqualTo("sitting/deep-cnn:timed:1");
    }

    @Test
    void aQuizThatIsNotOpenSaysWhyAndHasNoStart() {
        UI.getCurrent().navigate("quiz/deep-cnn/tomorrow");
        assertThat(text()).contains("Opens Jan 1, 2999");
        assertThat(find(NativeButton.class).withText("Start").all()).isEmpty();
    }

    @Test
    @WithMockUser(username = "sora", roles = "STUDENT")
    void ofSectionsInOrderOnlyTheOpenOneIsThere() {
        var sitting = sittings.begin(person("sora"), COURSE, "ordered", "");
        UI.getCurrent().navigate("sitting/deep-cnn:ordered:1");
        assertThat(find(ExerciseCard.class).single().getId()).contains("exercise-test-choice");
        sittings.advance(person("sora"), sitting.id(), 0);
        turned();
        assertThat(find(ExerciseCard.class).single().getId()).contains("exercise-test-word");
        assertThat(text()).contains("Question 2", "Part 2").doesNotContain("Part 1");
    }

    @Test
    void atTheDeadlineTheServerEndsItAndWhatWasSavedCounts() {
        var sitting = sittings.begin(mina(), COURSE, "ordered", "");
        var page = "sitting/" + sitting.id().token();
        save(sitting.id(), "test-choice", new Response.Choice("b"));
        UI.getCurrent().navigate(page);
        assertThat(find(ExerciseCard.class).all()).hasSize(1);
        clock.pass(Duration.ofMinutes(11));
        settled(sitting.id());
        turned();
        assertThat(text()).contains("3 of 6 points", "Ended at its deadline by the server", "What was saved counts.");
        assertThat(find(ExerciseCard.class).all()).hasSize(2);
        UI.getCurrent().navigate("quiz/deep-cnn/ordered");
        assertThat(text()).contains("Earlier attempts", "3 of 6 points");
    }

    @Test
    void pointsThatAreNotToldAreNotShownAndItIsSaidSo() {
        var sitting = sittings.begin(mina(), COURSE, "later", "");
        save(sitting.id(), "test-choice", new Response.Choice("b"));
        assertThat(sittings.submit(mina(), sitting.id(), Map.of("test-choice", 1L)))
                .isEmpty();
        settled(sitting.id());
        UI.getCurrent().navigate("sitting/deep-cnn:later:1");
        assertThat(text())
                .contains("Points: not shown.", "Solutions: not shown.")
                .doesNotContain("of 6 points");
        UI.getCurrent().navigate("quiz/deep-cnn/later");
        assertThat(text()).contains("You have used all your attempts.", "the points come later");
        assertThat(find(NativeButton.class).withText("Start").all()).isEmpty();
    }

    @Test
    void aReopenedSittingGoesOnInTheSamePage() {
        var sitting = sittings.begin(mina(), COURSE, "sure", "");
        assertThat(sittings.submit(mina(), sitting.id(), Map.of())).isEmpty();
        settled(sitting.id());
        UI.getCurrent().navigate("sitting/" + sitting.id().token());
        assertThat(text()).contains("Submitted");
        invigilation.reopen(person("instructor"), sitting.id(), Duration.ofMinutes(5));
        turned();
        assertThat(text()).doesNotContain("Submitted");
        assertThat(find(SittingBar.class).single().getElement().getAttribute("rendered"))
                .isEqualTo("open:0");
        assertThat(find(AnswerField.class).single().getElement().getAttribute("in-quiz"))
                .isEqualTo("certain");
    }

    @Test
    void aSittingThatIsNotOnesOwnIsNotThere() {
        sittings.begin(person("jun"), COURSE, "tried", "");
        for (var page : new String[] {"sitting/deep-cnn:tried:1", "sitting/nothing", "quiz/deep-cnn/drill"}) {
            UI.getCurrent().navigate(page);
            assertThat(find(H1.class).single().getText()).as(page).contains("no such page");
        }
    }

    @Test
    @WithMockUser(username = "grader", roles = "GRADER")
    void whoIsNoStudentReadsTheRulesOnly() {
        UI.getCurrent().navigate("quiz/deep-cnn/timed");
        assertThat(text()).contains("You are not a student of this course", "40 min");
        assertThat(find(NativeButton.class).withText("Start").all()).isEmpty();
    }

    private void save(SittingId id, String question, Response response) {
        attempts.save(id.person(), id.attempt(question), 0, "write-" + question, response);
    }

    private void settled(SittingId id) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> sittings.find(id.person(), id).orElseThrow().settled());
    }

    /** What the bar says when its poll finds the sitting changed. */
    private void turned() {
        fire(find(SittingBar.class).single(), "skip-turned");
    }

    private static void fire(Component component, String event) {
        var data = tools.jackson.databind.json.JsonMapper.builder().build().createObjectNode();
        component
                .getElement()
                .getNode()
                .getFeature(com.vaadin.flow.internal.nodefeature.ElementListenerMap.class)
                .fireEvent(new com.vaadin.flow.dom.DomEvent(component.getElement(), event, data));
    }

    private void press(String button) {
        test(find(NativeButton.class).withText(button).single()).click();
    }

    private String text() {
        return find(Main.class).single().getElement().getTextRecursively();
    }

    private UserId mina() {
        return person("mina");
    }

    private UserId person(String username) {
        return people.named(username).orElseThrow().id();
    }
}
