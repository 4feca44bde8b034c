package io.skipway.author;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextArea;
import io.skipway.attempts.Announcement;
import io.skipway.attempts.Sitting;
import io.skipway.courseware.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An instructor says what is wrong in an exam, ends one, and lets one go on that ended. */
class CorrectAnExamTests extends ExamScene {
    @Test
    void announcesACorrectionToAllAndSeesWhatWasSaid() {
        var mina = begin("mina");
        open();
        assertThat(words()).contains("Nothing was announced yet.");
        announce("In question 1 read <b>3×3</b>.");
        assertThat(told()).isEqualTo("Announced to all.");
        assertThat(field().getValue()).isEmpty();
        announce("And take your time.");
        assertThat(find(ListItem.class).withText("").all().stream()
                        .map(item -> item.getElement().getTextRecursively())
                        .filter(text -> text.endsWith(".")))
                .satisfiesExactly(
                        newest -> assertThat(newest).matches("\\d\\d:\\d\\d:\\d\\d.*And take your time\\."),
                        first -> assertThat(first).endsWith("read <b>3×3</b>."));
        assertThat(sittings.heard(mina.person(), mina))
                .extracting(Announcement::words)
                .containsExactly("In question 1 read <b>3×3</b>.", "And take your time.");
    }

    @Test
    void saysNothingToNobody() {
        open();
        announce("  ");
        assertThat(field().isInvalid()).isTrue();
        assertThat(words()).contains("Nothing was announced yet.");
    }

    @Test
    void closesAnExamAfterBeingAskedOnceAndReopensIt() {
        var mina = begin("mina");
        answer(mina, "uniform-3x3", new Response.Choice("a"));
        open();
        manage("mina");
        press("Close now");
        assertThat(now(mina).submittedAt()).isEmpty();
        press("Really close? What was saved counts");
        assertThat(now(mina).endedBy()).contains(Sitting.EndedBy.STAFF);
        assertThat(told()).startsWith("The exam of " + name("mina") + " is closed.");
        settled(mina);
        assertThat(words()).contains("closed by an instructor", "The solutions were shown to this student already.");
        minutes().setValue(12);
        press("Reopen");
        assertThat(now(mina).submittedAt()).isPresent();
        press("Really reopen?");
        assertThat(told()).contains("goes on, for 12 minutes from now");
        assertThat(now(mina).submittedAt()).isEmpty();
        assertThat(Duration.between(sittings.now(), now(mina).endsAt().orElseThrow()))
                .isBetween(Duration.ofMinutes(11), Duration.ofMinutes(12));
        assertThat(words()).contains("going on").doesNotContain("closed by an instructor");
    }

    @Test
    void isToldIfTheExamEndedMeanwhile() {
        var mina = begin("mina");
        open();
        manage("mina");
        sittings.submit(mina.person(), mina, java.util.Map.of());
        press("Give time");
        assertThat(told()).startsWith("Nothing was changed for " + name("mina"));
        assertThat(words()).contains("submitted ");
    }

    private void announce(String text) {
        field().setValue(text);
        press("Announce to all");
    }

    private TextArea field() {
        return find(TextArea.class).withLabel("Correction or announcement").single();
    }
}
