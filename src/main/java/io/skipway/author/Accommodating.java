package io.skipway.author;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.binder.HasValidator;
import io.skipway.attempts.Accommodation;
import io.skipway.identity.Person;
import io.skipway.identity.UserId;
import io.skipway.ui.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Other rules of an exam for one student, also before they begin: how long in all, from when and until when, how often. */
class Accommodating extends Div {
    private static final int LONGEST_MINUTES = 7 * 24 * 60;
    private static final int MOST_ATTEMPTS = 100;

    private final Wording words = Wording.of(Accommodating.class);
    private final ExamRoom room;
    private final Map<UserId, Person> students;
    private final Consumer<String> did;
    private final Select<Person> student = new Select<>();
    private final IntegerField minutes = new IntegerField(words.get("exam.minutes-in-all"));
    private final DateTimePicker opens = new DateTimePicker(words.get("exam.opens"));
    private final DateTimePicker closes = new DateTimePicker(words.get("exam.closes"));
    private final IntegerField attempts = new IntegerField(words.get("exam.attempts"));
    private final Div granted = new Div();

    /** Calls {@code did} with what was done. */
    Accommodating(ExamRoom room, Map<UserId, Person> students, Consumer<String> did) {
        this.room = room;
        this.students = students;
        this.did = did;
        if (students.isEmpty()) {
            add(said(words.get("no-students"), "empty"));
            return;
        }
        student.setLabel(words.get("student"));
        student.setItems(students.values().stream()
                .sorted(Comparator.comparing(Person::name))
                .toList());
        student.setItemLabelGenerator(Person::name);
        student.setManualValidation(true);
        student.addValueChangeListener(change -> fill());
        for (var field : List.of(minutes, attempts)) {
            field.setManualValidation(true);
            field.setHelperText(words.get("exam.as-for-all"));
        }
        opens.setManualValidation(true);
        closes.setManualValidation(true);
        opens.setHelperText(words.get("exam.as-for-all"));
        closes.setHelperText(words.get("exam.zone", ExamTimes.ZONE.getId()));
        var fields = new Div(student);
        if (room.quiz().limit().isPresent()) {
            fields.add(minutes, presets());
        }
        fields.add(opens, closes, attempts);
        fields.addClassName("exam-fields");
        add(fields, button(words.get("exam.accommodate"), this::grant), granted);
        list(room.accommodations());
    }

    private Div presets() {
        var presets = new Div(preset("+25 %", 1.25), preset("+50 %", 1.5), preset("×2", 2));
        presets.addClassName("exam-presets");
        presets.getElement().setAttribute("role", "group").setAttribute("aria-label", words.get("exam.presets"));
        return presets;
    }

    private NativeButton preset(String label, double factor) {
        var usual = room.quiz().limit().orElseThrow().toMinutes();
        return button(label, () -> minutes.setValue((int) Math.ceil(usual * factor)));
    }

    /** The fields of the student who is chosen, as they were granted. */
    private void fill() {
        List.<HasValidation>of(student, minutes, opens, closes, attempts).forEach(field -> field.setInvalid(false));
        var rules = Optional.ofNullable(student.getValue())
                .map(one -> room.accommodations().getOrDefault(one.id(), Accommodation.NONE))
                .orElse(Accommodation.NONE);
        minutes.setValue(rules.limit().map(limit -> (int) limit.toMinutes()).orElse(null));
        opens.setValue(rules.opens().map(Accommodating::local).orElse(null));
        closes.setValue(rules.closes().map(Accommodating::local).orElse(null));
        attempts.setValue(rules.attempts().isPresent() ? rules.attempts().getAsInt() : null);
    }

    private void grant() {
        student.setErrorMessage(words.get("exam.choose"));
        student.setInvalid(student.getValue() == null);
        var time = fits(minutes, LONGEST_MINUTES);
        var often = fits(attempts, MOST_ATTEMPTS);
        var dates = Stream.of(opens, closes).filter(this::read).count() == 2;
        var rules = new Accommodation(
                Optional.ofNullable(minutes.getValue()).map(Duration::ofMinutes),
                Optional.ofNullable(opens.getValue()).map(Accommodating::instant),
                Optional.ofNullable(closes.getValue()).map(Accommodating::instant),
                attempts.getValue() == null ? OptionalInt.empty() : OptionalInt.of(attempts.getValue()));
        if (dates && !inOrder(rules)) {
            closes.setErrorMessage(words.get("exam.closes-first"));
            closes.setInvalid(true);
            dates = false;
        }
        if (time && often && dates && !student.isInvalid()) {
            keep(student.getValue(), rules);
        }
    }

    private boolean inOrder(Accommodation rules) {
        var from = rules.opens(room.quiz());
        return rules.closes(room.quiz())
                .filter(end -> from.filter(begin -> !begin.isBefore(end)).isPresent())
                .isEmpty();
    }

    private boolean fits(IntegerField field, int most) {
        var value = field.getValue();
        field.setErrorMessage(words.get("exam.number-wrong", most));
        field.setInvalid(unread(field) || (value != null && (value < 1 || value > most)));
        return !field.isInvalid();
    }

    private boolean read(DateTimePicker field) {
        field.setErrorMessage(words.get("exam.date-wrong"));
        field.setInvalid(unread(field));
        return !field.isInvalid();
    }

    /** Something stands there, a date without its time or no number, and the field's value is none: that means no rule. */
    private static <T, F extends HasValidator<T> & HasValue<?, T>> boolean unread(F field) {
        return field.getDefaultValidator().apply(field.getValue(), null).isError();
    }

    private void keep(Person person, Accommodation rules) {
        room.accommodate(person.id(), rules);
        list(room.accommodations());
        did.accept(
                rules.equals(Accommodation.NONE)
                        ? words.get("exam.no-longer", person.name())
                        : words.get("exam.accommodated", person.name(), say(rules)));
    }

    private void list(Map<UserId, Accommodation> all) {
        granted.removeAll();
        if (all.isEmpty()) {
            granted.add(said(words.get("exam.no-accommodations"), "quiet"));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("exam-granted");
        all.forEach((id, rules) -> {
            var person = students.get(id);
            var name = person == null ? words.get("exam.former") : person.name();
            var item = new ListItem(new Span(name), new Span(say(rules)));
            if (person != null) {
                var back = button(words.get("exam.take-rules-back"), () -> {
                    keep(person, Accommodation.NONE);
                    fill();
                });
                back.setAriaLabel(words.get("exam.take-rules-back") + ": " + name);
                item.add(back);
            }
            list.add(item);
        });
        granted.add(list);
    }

    private String say(Accommodation rules) {
        var said = new ArrayList<String>();
        rules.limit().ifPresent(limit -> said.add(words.get("exam.rule.limit", limit.toMinutes())));
        rules.opens().ifPresent(at -> said.add(words.get("exam.rule.opens", ExamTimes.date(at))));
        rules.closes().ifPresent(at -> said.add(words.get("exam.rule.closes", ExamTimes.date(at))));
        rules.attempts().ifPresent(many -> said.add(words.get("exam.rule.attempts", many)));
        return String.join(" · ", said);
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, ExamTimes.ZONE);
    }

    private static Instant instant(LocalDateTime at) {
        return at.atZone(ExamTimes.ZONE).toInstant();
    }

    private static Paragraph said(String text, String how) {
        var said = new Paragraph(text);
        said.addClassName(how);
        return said;
    }

    private static NativeButton button(String label, Runnable then) {
        var button = new NativeButton(label, click -> then.run());
        button.addClassName("button");
        return button;
    }
}
