package io.skipway.author;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import io.skipway.attempts.Invigilation.Seat;
import io.skipway.attempts.Sitting;
import io.skipway.ui.SureButton;
import io.skipway.ui.Wording;
import java.util.function.Consumer;

/** What an instructor may do to one sitting as it stands: give time and close it, or reopen it. */
class SeatPanel extends Div {
    private final Wording words = Wording.of(SeatPanel.class);
    private final ExamRoom room;
    private final String name;
    private final Consumer<String> did;
    private final MinutesField minutes = new MinutesField(words.get("exam.minutes"));
    private final Paragraph given = new Paragraph();
    private final Seat begun;

    /** Calls {@code did} with what was done, or why it was not. */
    SeatPanel(ExamRoom room, Seat seat, String name, Consumer<String> did) {
        this.room = room;
        this.name = name;
        this.did = did;
        this.begun = seat;
        addClassName("exam-actions");
        getElement().setAttribute("role", "group").setAttribute("aria-label", name);
        given.addClassName("quiet");
        var sitting = seat.sitting();
        if (sitting.submittedAt().isEmpty()) {
            if (sitting.endsAt().isPresent()) {
                add(
                        minutes,
                        button("exam.give", () -> give(1, "exam.gave")),
                        button("exam.take-back", () -> give(-1, "exam.took-back")));
            }
            add(sure(
                    "exam.close",
                    () -> attempt(() -> {
                        room.close(sitting.id());
                        return words.get("exam.closed", name);
                    })));
            add(given);
        } else if (sitting.settled()) {
            if (seat.shown()) {
                var warning = new Paragraph(words.get("exam.was-shown"));
                warning.addClassName("warning");
                add(warning);
            }
            add(
                    minutes,
                    sure(
                            "exam.reopen",
                            () -> minutes.valid()
                                    .ifPresent(many -> attempt(() -> {
                                        room.reopen(sitting.id(), many);
                                        return words.get("exam.reopened", name, many);
                                    }))));
        } else {
            add(new Paragraph(words.get("exam.still-marking")));
        }
        room.student(sitting.id().person()).ifPresent(student -> add(histories(sitting, student.username())));
        show(seat);
    }

    /** To all that was written to each question, in the order of this sitting. */
    private NativeDetails histories(Sitting sitting, String username) {
        var list = new OrderedList();
        sitting.items().stream()
                .map(item -> sitting.id().attempt(item.question()))
                .map(attempt -> new Anchor(
                        AnswerHistoryView.address(room.course(), username, attempt.exercise()), attempt.question()))
                .forEach(link -> list.add(new ListItem(link)));
        return new NativeDetails(words.get("exam.histories"), list);
    }

    /** Whether these are the things that may be done to the sitting as it stands now. */
    boolean fits(Seat seat) {
        var now = seat.sitting();
        var then = begun.sitting();
        return now.submittedAt().isPresent() == then.submittedAt().isPresent()
                && now.settled() == then.settled()
                && seat.shown() == begun.shown();
    }

    void show(Seat seat) {
        given.setText(
                seat.given().isZero()
                        ? ""
                        : words.get("exam.given", seat.given().toMinutes()));
    }

    void focus() {
        getChildren()
                .filter(com.vaadin.flow.component.Focusable.class::isInstance)
                .map(com.vaadin.flow.component.Focusable.class::cast)
                .findFirst()
                .ifPresent(com.vaadin.flow.component.Focusable::focus);
    }

    private void give(int sign, String key) {
        minutes.valid()
                .ifPresent(many -> attempt(() -> {
                    room.give(begun.sitting().id(), sign * many);
                    return words.get(key, name, many);
                }));
    }

    private interface Step {
        /** Does it, and says what was done. */
        String done();
    }

    private void attempt(Step step) {
        try {
            did.accept(step.done());
        } catch (IllegalArgumentException e) {
            did.accept(words.get("exam.refused", name));
        }
    }

    private SureButton sure(String key, Runnable then) {
        var sure = new SureButton(words, key, name, then);
        sure.addClassName("button");
        return sure;
    }

    private NativeButton button(String key, Runnable then) {
        var button = new NativeButton(words.get(key), click -> then.run());
        button.setAriaLabel(words.get(key) + ": " + name);
        button.addClassName("button");
        return button;
    }
}
