package io.skipway.author;

import java.util.List;

/** The fields of a question's form for pairs, and for what belongs to nothing. */
final class MatchingFields {
    private MatchingFields() {}

    static void show(QuestionFields form) {
        var words = form.words();
        for (var i = 0; i < form.question().size("pairs"); i++) {
            var index = i;
            var title = words.get("pair", i + 1);
            form.add(QuestionFields.group(
                    title,
                    form.area(words.get("pair-left", i + 1), "pairs", i, "left", form.language()),
                    form.area(words.get("pair-right", i + 1), "pairs", i, "right", form.language()),
                    form.area(words.get("pair-feedback", i + 1), "pairs", i, "feedback", form.language()),
                    form.hands(title, i, () -> form.question().without(index, "pairs"), "pairs")));
        }
        form.add(form.more("add-pair", () -> form.question().withEntry("pairs", "left", "right"), "pairs"));
        for (var i = 0; i < form.question().size("extra"); i++) {
            var index = i;
            var title = words.get("extra", i + 1);
            form.add(QuestionFields.group(
                    title,
                    form.area(words.get("extra-text", i + 1), "extra", i, "text", form.language()),
                    form.hands(title, i, () -> form.question().without(index, "extra"), "extra")));
        }
        form.add(form.more("add-extra", () -> form.question().withEntry("extra", "text"), "extra"));
        form.add(form.picked(
                words.get("marking"),
                List.of("all-or-nothing", "per-pair"),
                rule -> words.get("marking." + rule),
                "marking"));
        form.solutions();
    }
}
