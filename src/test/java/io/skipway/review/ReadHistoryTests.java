package io.skipway.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import io.skipway.attempts.AttemptId;
import io.skipway.courseware.Response;
import io.skipway.grading.MarkDrafts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A grader reads how an essay was written; and two tabs of theirs do not write over each other. */
class ReadHistoryTests extends GradingScene {
    @Autowired
    MarkDrafts drafts;

    @Test
    void whatCameLateIsToldToBeLateAndNotWhatWasSubmitted() {
        var attempt = submit("yuna", "Yuna Secret", QUESTION, "The gradient is a sum.");
        attempts.save(attempt.person(), attempt, 1, "late", new Response.Text("The gradient is a sum, <b>always</b>."));
        open(QUESTION);
        assertThat(history().getSummaryText()).isEqualTo("History: 1 saved state · 1 text came late");
        unfold(history());
        assertThat(entries()).hasSize(2);
        assertThat(text(entries().get(0))).contains("5 words", "+5 −0", "submitted");
        assertThat(text(entries().get(1))).contains("6 words", "came late");
        unfold(entries().get(1));
        assertThat(text(entries().get(1)))
                .contains("not what was submitted")
                .contains("removed:sum.")
                .contains("added:sum, <b>always</b>.");
        assertThat(words()).doesNotContain("Yuna").doesNotContain("yuna");
    }

    @Test
    void ofManyStatesThoseBeforeAPauseAreShownUntilAllAreAskedFor() {
        var attempt = submit("yuna", "Yuna", QUESTION, "x");
        // Rows as an hour of writing leaves them: three states within seconds, an hour ago, before the submitted one.
        jdbc.sql("update response set sequence = 4 where exercise = ?")
                .param(QUESTION)
                .update();
        for (var i = 1; i <= 3; i++) {
            earlier(attempt, i, "one two three".substring(0, i * 4 - 1));
        }
        open(QUESTION);
        unfold(history());
        assertThat(entries()).hasSize(2);
        assertThat(text(entries().get(0))).contains("3 words", "+3 −0");
        press("Show all 4 saved states");
        assertThat(entries()).hasSize(4);
        press("Show only the states before a pause");
        assertThat(entries()).hasSize(2);
        unfold(entries().get(1));
        assertThat(text(entries().get(1))).contains("State 4 · SHA-256 ");
    }

    @Test
    void aTextFromAnotherPageIsComparedWithTheStateOnWhichItWasWritten() {
        var attempt = submit("yuna", "Yuna", QUESTION, "first");
        jdbc.sql("insert into side_version (person, course, exercise, number, write_id, base, body, came_at)"
                        + " values (?, ?, ?, 1, 'tab', 0, ?, ?)")
                .params(
                        attempt.person().value(),
                        COURSE.value(),
                        QUESTION,
                        "{\"kind\":\"text\",\"markdown\":\"from the other\"}",
                        Instant.now().minus(1, ChronoUnit.HOURS).atOffset(ZoneOffset.UTC))
                .update();
        open(QUESTION);
        assertThat(history().getSummaryText()).isEqualTo("History: 1 saved state");
        unfold(history());
        assertThat(text(entries().get(0))).contains("from another page", "+3 −0");
        unfold(entries().get(0));
        assertThat(text(entries().get(0))).contains("never became the answer");
    }

    @Test
    void aSecondTabIsToldAndLosesNothingUnasked() {
        submit("yuna", "Yuna", QUESTION, "x");
        open(QUESTION);
        var id = grading.queue(id("grader"), COURSE, QUESTION).getFirst().id();
        drafts.keep(id("grader"), id, Optional.empty(), Map.of(), Optional.empty(), "from another tab");
        test(comment()).setValue("from this tab");
        assertThat(status()).isEqualTo("Not saved: choose below.");
        assertThat(words()).contains("was changed in another tab").contains("the comment: from another tab");
        assertThat(comment().getValue()).isEqualTo("from this tab");
        assertThat(drafts.find(id("grader"), id).orElseThrow().comment()).isEqualTo("from another tab");

        press("Save what stands here");
        assertThat(status()).startsWith("Kept as your draft");
        assertThat(drafts.find(id("grader"), id).orElseThrow().comment()).isEqualTo("from this tab");
        assertThat(find(NativeButton.class).withText("Save what stands here").all())
                .isEmpty();

        drafts.keep(id("grader"), id, grading.seen(id("grader"), id), Map.of(), Optional.empty(), "again");
        test(comment()).setValue("dropped");
        press("Drop it and show the other");
        assertThat(comment().getValue()).isEqualTo("again");
    }

    @Test
    void aMarkThatAnotherTabSetIsNotReleasedUnseen() {
        var attempt = submit("yuna", "Yuna", QUESTION, "x");
        open(QUESTION);
        for (var row = 1; row <= 3; row++) {
            choose(row, 2);
        }
        var grader = id("grader");
        var id = grading.queue(grader, COURSE, QUESTION).getFirst().id();
        var seen = grading.history(grader, id).getFirst();
        grading.mark(grader, id, grading.seen(grader, id), seen.levels(), Optional.empty(), "from another tab");
        press("Release");
        assertThat(seenBy(attempt)).isEmpty();
        assertThat(words()).contains("The other tab has the mark 3 / 6 and the comment: from another tab");
    }

    private void earlier(AttemptId attempt, int sequence, String text) {
        jdbc.sql("insert into response (person, course, exercise, number, sequence, write_id, body, hash, saved_at)"
                        + " values (?, ?, ?, 1, ?, ?, ?, '', ?)")
                .params(
                        attempt.person().value(),
                        COURSE.value(),
                        QUESTION,
                        sequence,
                        "e" + sequence,
                        "{\"kind\":\"text\",\"markdown\":\"" + text + "\"}",
                        Instant.now()
                                .minus(1, ChronoUnit.HOURS)
                                .plusSeconds(sequence)
                                .atOffset(ZoneOffset.UTC))
                .update();
    }

    private EssayHistory history() {
        return find(EssayHistory.class).single();
    }

    private List<NativeDetails> entries() {
        return find(NativeDetails.class, history()).all().stream()
                .filter(details -> details != history())
                .toList();
    }

    /** As the browser tells it. */
    private static void unfold(NativeDetails details) {
        details.setOpen(true);
        ComponentUtil.fireEvent(details, new NativeDetails.ToggleEvent(details, true));
    }

    private static String text(NativeDetails details) {
        return details.getElement().getTextRecursively();
    }
}
