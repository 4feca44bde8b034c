package io.skipway.author;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.skipway.courseware.Language;
import io.skipway.courseware.QuestionDraft;
import io.skipway.ui.Wording;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A question's file as fields, the texts in one language; every change gives the whole file anew. */
class QuestionFields extends Div {
    private final Wording words = Wording.of(QuestionFields.class);
    private final String language;
    private final Consumer<String> changed;
    private QuestionDraft question;

    QuestionFields(QuestionDraft question, Language language, Consumer<String> changed) {
        this.question = question;
        this.language = language.name().toLowerCase(Locale.ROOT);
        this.changed = changed;
        addClassName("question-fields");
        add(area(words.get("prompt"), "prompt", this.language));
        if (question.text("kind").equals("essay")) {
            essay();
        } else {
            choice();
        }
        add(line(words.get("points"), "points"));
    }

    private void choice() {
        var count = question.size("options");
        for (var i = 0; i < count; i++) {
            var letter = String.valueOf((char) ('A' + i));
            add(group(
                    words.get("option", letter),
                    area(words.get("option-text", letter), "options", i, "text", language),
                    area(words.get("option-feedback", letter), "options", i, "feedback", language)));
        }
        var ids = IntStream.range(0, count)
                .mapToObj(i -> question.text("options", i, "id"))
                .toList();
        var key = new RadioButtonGroup<String>(words.get("key"));
        key.setItems(ids);
        key.setItemLabelGenerator(id -> String.valueOf((char) ('A' + ids.indexOf(id))));
        key.setValue(question.text("key"));
        key.addValueChangeListener(event -> put(event.getValue(), "key"));
        add(key);
    }

    private void essay() {
        for (var i = 0; i < question.size("rubric"); i++) {
            var criterion = group(
                    words.get("criterion", i + 1), area(words.get("criterion-title"), "rubric", i, "title", language));
            for (var j = 0; j < question.size("rubric", i, "levels"); j++) {
                var level = new Div(
                        line(words.get("level", j + 1), "rubric", i, "levels", j, "title", language),
                        line(words.get("level-points", j + 1), "rubric", i, "levels", j, "points"));
                level.addClassName("level");
                criterion.add(level);
            }
            add(criterion);
        }
        for (var i = 0; i < question.size("solutions"); i++) {
            add(group(
                    words.get("solution", i + 1),
                    line(words.get("solution-title"), "solutions", i, "title", language),
                    area(words.get("solution-text"), "solutions", i, "text", language)));
        }
        add(line(words.get("max-characters"), "maxCharacters"));
    }

    private static FieldSet group(String title, com.vaadin.flow.component.Component... fields) {
        var group = new FieldSet(title);
        group.add(fields);
        return group;
    }

    private TextArea area(String label, Object... way) {
        var field = new TextArea(label);
        field.setValue(question.text(way));
        field.addValueChangeListener(event -> put(event.getValue(), way));
        slowly(field);
        field.setWidthFull();
        return field;
    }

    private TextField line(String label, Object... way) {
        var field = new TextField(label);
        field.setValue(question.text(way));
        field.addValueChangeListener(event -> put(event.getValue(), way));
        slowly(field);
        return field;
    }

    /** Often enough that little is ever unsaved, seldom enough that the preview does not flicker. */
    static void slowly(HasValueChangeMode field) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(600);
    }

    private void put(String text, Object... way) {
        question = question.with(text, way);
        changed.accept(question.yaml());
    }
}
