package io.skipway.author;

import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.html.Paragraph;
import java.util.stream.IntStream;

/** The fields of a question's form for the gaps of a text. Which gaps there are, and of what type, is left to the file. */
final class ClozeFields {
    private ClozeFields() {}

    static void show(QuestionFields form) {
        form.add(new Paragraph(form.words().get("gaps-where")));
        for (var name : form.question().names("gaps")) {
            var gap = QuestionFields.group(form.words().get("gap", name));
            switch (form.question().text("gaps", name, "type")) {
                case "number" -> number(form, name, gap);
                case "choice" -> choice(form, name, gap);
                default -> text(form, name, gap);
            }
            if (!form.question().text("gaps", name, "points").isEmpty()) {
                gap.add(form.line(form.words().get("points"), "gaps", name, "points"));
            }
            form.add(gap);
        }
        form.solutions();
    }

    /** A key that is computed from what is drawn is left to the file. */
    private static void number(QuestionFields form, String name, FieldSet gap) {
        if (form.question().names("gaps", name, "key").isEmpty()) {
            gap.add(form.line(form.words().get("number-key"), "gaps", name, "key"));
        }
        gap.add(form.line(form.words().get("unit"), "gaps", name, "unit"));
    }

    private static void choice(QuestionFields form, String name, FieldSet gap) {
        var size = form.question().size("gaps", name, "options");
        for (var i = 0; i < size; i++) {
            var letter = QuestionFields.letter(i);
            gap.add(form.line(
                    form.words().get("option-text", letter), "gaps", name, "options", i, "text", form.language()));
        }
        var ids = IntStream.range(0, size)
                .mapToObj(i -> form.question().text("gaps", name, "options", i, "id"))
                .toList();
        gap.add(form.picked(
                form.words().get("key"), ids, id -> QuestionFields.letter(ids.indexOf(id)), "gaps", name, "key"));
    }

    private static void text(QuestionFields form, String name, FieldSet gap) {
        for (var i = 0; i < form.question().size("gaps", name, "accept"); i++) {
            var written =
                    form.question().text("gaps", name, "accept", i, "pattern").isEmpty() ? "text" : "pattern";
            gap.add(form.line(form.words().get("accepted-" + written, i + 1), "gaps", name, "accept", i, written));
        }
    }
}
