package io.skipway.author;

import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** The fields of a question's form for things to be put in order: their order in the file is the right one. */
final class OrderingFields {
    private OrderingFields() {}

    static void show(QuestionFields form) {
        var words = form.words();
        var question = form.question();
        form.add(new Paragraph(words.get("items-order")));
        for (var i = 0; i < question.size("items"); i++) {
            var index = i;
            var title = words.get("entry", i + 1);
            form.add(QuestionFields.group(
                    title,
                    form.area(words.get("entry-text", i + 1), "items", i, "text", form.language()),
                    form.area(words.get("entry-feedback", i + 1), "items", i, "feedback", form.language()),
                    form.hands(title, i, () -> form.question().without(index, "items"), "items")));
        }
        form.add(form.more("add-entry", () -> form.question().withEntry("items", "text"), "items"));
        form.add(form.picked(
                words.get("marking"),
                List.of("all-or-nothing", "neighbours"),
                rule -> words.get("marking." + rule),
                "marking"));
        form.solutions();
    }
}
