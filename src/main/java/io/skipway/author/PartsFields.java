package io.skipway.author;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import java.util.List;

/** The fields of a question's form for several choices, a statement to be judged, and a short answer. */
final class PartsFields {
    private PartsFields() {}

    /** Whether the options are put in a drawn order. */
    static Checkbox shuffle(QuestionFields form) {
        var shuffle = new Checkbox(
                form.words().get("shuffle"), form.question().text("shuffle").equals("true"));
        shuffle.addValueChangeListener(event -> form.put(String.valueOf(event.getValue()), "shuffle"));
        return shuffle;
    }

    static void multiple(QuestionFields form) {
        var words = form.words();
        form.options(i -> {
            var right = new Checkbox(
                    words.get("option-right"),
                    form.question().text("options", i, "right").equals("true"));
            right.setAriaLabel(words.get("option-right") + ": " + words.get("option", QuestionFields.letter(i)));
            right.addValueChangeListener(event -> form.put(String.valueOf(event.getValue()), "options", i, "right"));
            return new Component[] {right};
        });
        form.add(form.picked(
                words.get("marking"),
                List.of("all-or-nothing", "per-option", "right-minus-wrong"),
                rule -> words.get("marking." + rule),
                "marking"));
        form.add(shuffle(form));
        form.solutions();
    }

    /** A text or a pattern, as the file has it. */
    static void shortAnswer(QuestionFields form) {
        var words = form.words();
        for (var i = 0; i < form.question().size("accept"); i++) {
            var index = i;
            var title = words.get("accepted", i + 1);
            var written = form.question().text("accept", i, "pattern").isEmpty() ? "text" : "pattern";
            var accepted = QuestionFields.group(
                    title, form.line(words.get("accepted-" + written, i + 1), "accept", i, written));
            if (i > 0) {
                // An answer that the file gives no points is worth all.
                if (!form.question().text("accept", i, "points").isEmpty()) {
                    accepted.add(form.line(words.get("accepted-points", i + 1), "accept", i, "points"));
                }
                accepted.add(form.hands(title, i, () -> form.question().without(index, "accept"), "accept"));
            }
            form.add(accepted);
        }
        form.add(form.more(
                "add-accepted",
                () -> {
                    var next = form.question().size("accept");
                    return form.question()
                            .with("", "accept", next, "text")
                            .with(form.question().text("points"), "accept", next, "points");
                },
                "accept"));
        form.solutions();
    }

    static void statement(QuestionFields form) {
        var words = form.words();
        form.add(
                form.picked(words.get("truth"), List.of("true", "false"), truth -> words.get("truth." + truth), "key"));
        form.add(form.area(words.get("feedback-true"), "feedback", "true", form.language()));
        form.add(form.area(words.get("feedback-false"), "feedback", "false", form.language()));
    }
}
