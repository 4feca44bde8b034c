package io.skipway.author;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import io.skipway.attempts.Standing;
import io.skipway.identity.Person;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** An instructor gives more time, to one or to all, in an exam that goes on and before it. */
class GrantExtraTimeTests extends ExamScene {
    @Test
    void givesOneStudentMoreAndTakesItBack() {
        var mina = begin("mina");
        var jun = begin("jun");
        open();
        manage("mina");
        minutes().setValue(10);
        press("Give time");
        assertThat(told()).isEqualTo(name("mina") + " has 10 minutes more.");
        assertThat(words()).contains("Given so far: 10 minutes");
        assertThat(allowed(mina)).isEqualTo(Duration.ofMinutes(50));
        assertThat(allowed(jun)).isEqualTo(Duration.ofMinutes(40));
        minutes().setValue(4);
        press("Take back");
        assertThat(allowed(mina)).isEqualTo(Duration.ofMinutes(46));
        minutes().setValue(7);
        press("Take back");
        assertThat(told()).startsWith("Nothing was changed for " + name("mina"));
        assertThat(allowed(mina)).isEqualTo(Duration.ofMinutes(46));
    }

    @Test
    void isToldWhatIsNoTime() {
        var mina = begin("mina");
        open();
        manage("mina");
        for (var wrong : new Integer[] {0, -5, 10_081, null}) {
            minutes().setValue(wrong);
            press("Give time");
            assertThat(minutes().isInvalid()).isTrue();
            assertThat(minutes().getErrorMessage()).contains("from 1 to 10,080");
        }
        assertThat(allowed(mina)).isEqualTo(Duration.ofMinutes(40));
    }

    @Test
    void givesAllWhoSitItMore() {
        open();
        press("Give all more time");
        assertThat(told()).startsWith("Nobody sits this exam");
        var mina = begin("mina");
        var jun = begin("jun");
        press("Give all more time");
        assertThat(told()).isEqualTo("2 students have 5 more minutes.");
        assertThat(allowed(mina)).isEqualTo(Duration.ofMinutes(45));
        assertThat(allowed(jun)).isEqualTo(Duration.ofMinutes(45));
    }

    @Test
    void grantsHalfAsMuchAgainBeforeItBegins() {
        open();
        choose("mina");
        press("+50 %");
        assertThat(inAll().getValue()).isEqualTo(60);
        attempts().setValue(2);
        press("Grant");
        assertThat(told()).startsWith(name("mina") + ": 60 minutes · 2 attempts.");
        assertThat(allowed(begin("mina"))).isEqualTo(Duration.ofMinutes(60));
        assertThat(allowed(begin("jun"))).isEqualTo(Duration.ofMinutes(40));
        var back = named("Take back: " + name("mina"));
        test(back).click();
        assertThat(told()).isEqualTo("For " + name("mina") + " the rules are those for all.");
        assertThat(words()).contains("The rules are the same for all.");
        assertThat(allowed(begin("mina"))).isEqualTo(Duration.ofMinutes(40));
    }

    @Test
    void grantsOtherDatesInTheirOrderOnly() {
        open();
        choose("mina");
        var tomorrow = LocalDateTime.now(ExamTimes.ZONE).plusDays(1).withNano(0);
        dates("Opens").setValue(tomorrow);
        dates("Closes").setValue(tomorrow.minusHours(1));
        press("Grant");
        assertThat(dates("Closes").isInvalid()).isTrue();
        assertThat(words()).contains("The rules are the same for all.");
        dates("Closes").setValue(tomorrow.plusHours(1));
        press("Grant");
        assertThat(sittings.standing(id("mina"), COURSE, "watched").obstacle())
                .contains(Standing.Obstacle.NOT_YET_OPEN);
        assertThat(sittings.standing(id("jun"), COURSE, "watched").obstacle()).isEmpty();
        choose("jun");
        assertThat(dates("Opens").getValue()).isNull();
        choose("mina");
        assertThat(dates("Opens").getValue()).isEqualTo(tomorrow);
    }

    @Test
    void isAskedForAStudentAndForNumbersThatCanBe() {
        open();
        press("Grant");
        assertThat(students().isInvalid()).isTrue();
        choose("mina");
        inAll().setValue(0);
        attempts().setValue(101);
        press("Grant");
        assertThat(inAll().isInvalid()).isTrue();
        assertThat(attempts().isInvalid()).isTrue();
        assertThat(words()).contains("The rules are the same for all.");
    }

    @Test
    void takesNoRuleBackForWhatIsHalfWritten() {
        open();
        choose("mina");
        var tomorrow = LocalDateTime.now(ExamTimes.ZONE).plusDays(1).withNano(0);
        attempts().setValue(3);
        dates("Opens").setValue(tomorrow);
        dates("Closes").setValue(tomorrow.plusHours(1));
        press("Grant");
        var granted = told();
        dates("Closes").getChildren().filter(TimePicker.class::isInstance).forEach(time -> ((TimePicker) time).clear());
        type(attempts(), "1-");
        press("Grant");
        assertThat(dates("Closes").isInvalid()).isTrue();
        assertThat(dates("Closes").getErrorMessage()).isEqualTo("A date with its time, or neither.");
        assertThat(dates("Opens").isInvalid()).isFalse();
        assertThat(attempts().isInvalid()).isTrue();
        assertThat(told()).isEqualTo(granted);
        choose("jun");
        assertThat(dates("Closes").isInvalid()).isFalse();
        choose("mina");
        assertThat(dates("Closes").getValue()).isEqualTo(tomorrow.plusHours(1));
        assertThat(attempts().getValue()).isEqualTo(3);
    }

    /** What the browser sends where no number was typed. */
    private static void type(IntegerField field, String text) {
        field.setValue(null);
        var element = field.getElement();
        element.setProperty("_inputElementValue", text);
        element.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(element, "unparsable-change", JacksonUtils.createObjectNode()));
    }

    @SuppressWarnings("unchecked")
    private Select<Person> students() {
        return (Select<Person>) find(Select.class).withLabel("Student").single();
    }

    private void choose(String username) {
        students().setValue(people.named(username).orElseThrow());
    }

    private IntegerField inAll() {
        return find(IntegerField.class).withLabel("Minutes in all").single();
    }

    private IntegerField attempts() {
        return find(IntegerField.class).withLabel("Attempts").single();
    }

    private DateTimePicker dates(String label) {
        return find(DateTimePicker.class).withLabel(label).single();
    }
}
