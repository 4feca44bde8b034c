package io.skipway.author;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import io.skipway.ui.Wording;
import java.util.function.Consumer;

/** What is given or said to all who sit an exam; what was said stands below with its time. */
class ForAll extends Div {
    private static final int LONGEST = 2000;

    private final Wording words = Wording.of(ForAll.class);
    private final ExamRoom room;
    private final Consumer<String> did;
    private final MinutesField minutes = new MinutesField(words.get("exam.minutes"));
    private final TextArea text = new TextArea(words.get("exam.announcement"));
    private final Div said = new Div();

    /** Calls {@code did} with what was done. */
    ForAll(ExamRoom room, Consumer<String> did) {
        this.room = room;
        this.did = did;
        text.setHelperText(words.get("exam.announcement-help"));
        text.setMaxLength(LONGEST);
        text.setManualValidation(true);
        text.setWidthFull();
        text.addValueChangeListener(change -> text.setInvalid(false));
        var time = new Div(minutes, button("exam.give-all", this::give));
        time.addClassName("exam-actions");
        var saying = new Div(text, button("exam.announce", this::announce));
        saying.addClassName("exam-announce");
        add(time, saying, said);
        list();
    }

    private void give() {
        minutes.valid().ifPresent(many -> did.accept(words.get("exam.gave-all", room.giveAll(many), many)));
    }

    private void announce() {
        var wrong = text.getValue().isBlank() || text.getValue().length() > LONGEST;
        text.setErrorMessage(words.get("exam.announcement-wrong", LONGEST));
        text.setInvalid(wrong);
        if (wrong) {
            text.focus();
            return;
        }
        room.announce(text.getValue());
        text.clear();
        list();
        did.accept(words.get("exam.announced"));
    }

    private void list() {
        said.removeAll();
        var all = room.announcements();
        if (all.isEmpty()) {
            var none = new Paragraph(words.get("exam.nothing-said"));
            none.addClassName("quiet");
            said.add(none);
            return;
        }
        var list = new OrderedList();
        list.addClassName("exam-said");
        all.reversed().forEach(one -> {
            var at = new Span(ExamTimes.at(one.at(), room.invigilation().now()));
            at.addClassNames("quiet", "numbers");
            list.add(new ListItem(at, new Span(one.words())));
        });
        said.add(list);
    }

    private NativeButton button(String key, Runnable then) {
        var button = new NativeButton(words.get(key), click -> then.run());
        button.addClassName("button");
        return button;
    }
}
