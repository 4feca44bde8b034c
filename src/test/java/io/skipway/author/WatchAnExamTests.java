package io.skipway.author;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import io.skipway.courseware.Response;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

/** An instructor sees who sits an exam and how far each is, and nobody else does. */
class WatchAnExamTests extends ExamScene {
    @Test
    void findsTheExamsOfTheCourse() {
        begin("mina");
        navigate("author/" + COURSE + "/exams", ExamsView.class);
        assertThat(find(Anchor.class).withText("Watched exam").single().getHref())
                .isEqualTo("author/deep-cnn/exams/watched");
        assertThat(words()).contains("1 going on · 0 ended");
    }

    @Test
    void seesThatNobodyHasBegunAndWhoBeginsAppears() {
        open();
        assertThat(words()).contains("Nobody has begun yet.", "40 minutes · one attempt");
        assertThat(summary()).startsWith("0 going on · 0 without connection · 0 ended");
        begin("mina");
        poll();
        assertThat(words()).contains(name("mina")).doesNotContain("Nobody has begun yet.");
        assertThat(summary()).startsWith("1 going on");
    }

    @Test
    void seesHowFarEachIsAndWhoseConnectionIsLost() {
        var mina = begin("mina");
        answer(mina, "uniform-3x3", new Response.Choice("a"));
        begin("jun");
        open();
        assertThat(words())
                .contains("1 of 2", "0 of 2", "going on", "connected")
                .doesNotContain("lost since");
        jdbc.sql("update sitting set seen_at = ? where person = ?")
                .params(
                        OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(46),
                        mina.person().value())
                .update();
        poll();
        assertThat(words()).contains("lost since");
        assertThat(summary()).startsWith("2 going on · 1 without connection");
        sittings.heard(mina.person(), mina);
        poll();
        assertThat(words()).doesNotContain("lost since");
    }

    @Test
    void theHandKeepsItsPlaceWhileTheTableFollows() {
        begin("mina");
        open();
        manage("mina");
        var button = named("Manage: " + name("mina"));
        minutes().setValue(17);
        begin("jun");
        poll();
        assertThat(named("Manage: " + name("mina"))).isSameAs(button);
        assertThat(button.getElement().getAttribute("aria-expanded")).isEqualTo("true");
        assertThat(minutes().getValue()).isEqualTo(17);
    }

    @Test
    void seesHowAnExamEndedAndWhatItIsWorthSoFar() {
        var mina = begin("mina");
        answer(mina, "uniform-3x3", new Response.Choice("d"));
        answer(mina, "skip-stabilises", new Response.Text("One path."));
        open();
        sittings.submit(mina.person(), mina, Map.of("uniform-3x3", 1L, "skip-stabilises", 1L));
        settled(mina);
        assertThat(words()).contains("submitted ", "one answer waits for a grader");
        var jun = begin("jun");
        jdbc.sql("update sitting set ends_at = begun_at where person = ?")
                .param(jun.person().value())
                .update();
        settled(jun);
        assertThat(words()).contains("ended at the deadline");
        assertThat(summary()).startsWith("0 going on · 0 without connection · 2 ended");
    }

    @Test
    void findsInTheTableOfAllStudentsWhatTheExamIsWorth() {
        var mina = begin("mina");
        answer(mina, "uniform-3x3", new Response.Choice("b"));
        begin("jun");
        sittings.submit(mina.person(), mina, Map.of("uniform-3x3", 1L));
        settled(mina);
        navigate("author/" + COURSE + "/students", ProgressView.class);
        assertThat(words()).contains("2 · marked", "going on");
    }

    @Test
    void findsAllThatWasWrittenToAQuestion() {
        var mina = begin("mina");
        answer(mina, "uniform-3x3", new Response.Choice("a"));
        open();
        manage("mina");
        var link = find(Anchor.class).withText("uniform-3x3").single();
        assertThat(link.getHref()).isEqualTo("author/deep-cnn/students/mina/watched.uniform-3x3");
        navigate(link.getHref(), AnswerHistoryView.class);
        assertThat(words()).contains("Every state that the server saved");
    }

    @Test
    @WithMockUser(username = "mina", roles = "STUDENT")
    void isNoPageForAStudent() {
        UI.getCurrent().navigate("author/" + COURSE + "/exams/watched");
        assertThat(getCurrentView()).isNotInstanceOf(ExamView.class);
    }

    /** The role opens the menu, the course itself asks again. */
    @Test
    @WithMockUser(username = "mina", roles = "INSTRUCTOR")
    void isNoPageForAnInstructorOfAnotherCourse() {
        UI.getCurrent().navigate("author/" + COURSE + "/exams/watched");
        assertThat(getCurrentView()).isNotInstanceOf(ExamView.class);
        UI.getCurrent().navigate("author/" + COURSE + "/exams");
        assertThat(getCurrentView()).isNotInstanceOf(ExamsView.class);
    }
}
