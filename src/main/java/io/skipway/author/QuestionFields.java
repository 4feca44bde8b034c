package io.skipway.author;

import com.vaadin.flow.component.BlurNotifier;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.skipway.courseware.Language;
import io.skipway.courseware.QuestionDraft;
import io.skipway.ui.SureButton;
import io.skipway.ui.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A question's file as fields, the texts in one language; every change gives the whole file anew. What stands in a list can
 * be added, taken out and moved, and the hand stays with it.
 */
class QuestionFields extends Div {
    private final Wording words = Wording.of(QuestionFields.class);
    private final String language;
    private final Consumer<String> changed;
    private final transient Map<List<Object>, Focusable<?>> fields = new HashMap<>();
    private transient QuestionDraft question;

    QuestionFields(QuestionDraft question, Language language, Consumer<String> changed) {
        this.question = question;
        this.language = language.name().toLowerCase(Locale.ROOT);
        this.changed = changed;
        addClassName("question-fields");
        show();
    }

    Wording words() {
        return words;
    }

    QuestionDraft question() {
        return question;
    }

    /** The language of the texts, as files name it. */
    String language() {
        return language;
    }

    private void show() {
        removeAll();
        fields.clear();
        add(area(words.get("prompt"), "prompt", language));
        switch (question.text("kind")) {
            case "essay" -> essay();
            case "prediction" -> prediction();
            case "repair" -> repair();
            case "numeric" -> numeric();
            case "multiple-choice" -> PartsFields.multiple(this);
            case "true-false" -> PartsFields.statement(this);
            case "short-answer" -> PartsFields.shortAnswer(this);
            case "ordering" -> OrderingFields.show(this);
            case "matching" -> MatchingFields.show(this);
            case "cloze" -> ClozeFields.show(this);
            default -> choice();
        }
        add(line(words.get("points"), "points"));
    }

    /** @param more what else is asked of an option, by its place */
    void options(IntFunction<Component[]> more) {
        for (var i = 0; i < question.size("options"); i++) {
            var index = i;
            var letter = letter(i);
            var title = words.get("option", letter);
            var option = group(
                    title,
                    area(words.get("option-text", letter), "options", i, "text", language),
                    area(words.get("option-feedback", letter), "options", i, "feedback", language));
            option.add(more.apply(i));
            option.add(hands(title, i, () -> question.withoutOption(index), "options"));
            add(option);
        }
        add(more("add-option", () -> question.withOption(), "options"));
    }

    private void choice() {
        options(i -> new Component[0]);
        var ids = IntStream.range(0, question.size("options"))
                .mapToObj(i -> question.text("options", i, "id"))
                .toList();
        add(picked(words.get("key"), ids, id -> letter(ids.indexOf(id)), "key"));
        add(PartsFields.shuffle(this));
    }

    /** One of several values. The file may name one that is not among them: then none is chosen, and the problem is told beneath. */
    RadioButtonGroup<String> picked(
            String label, List<String> values, ItemLabelGenerator<String> labels, Object... key) {
        var field = new RadioButtonGroup<String>(label);
        field.setItems(values);
        field.setItemLabelGenerator(labels);
        field.setValue(values.contains(question.text(key)) ? question.text(key) : null);
        field.addValueChangeListener(event -> {
            if (event.getValue() != null) {
                put(event.getValue(), key);
            }
        });
        return field;
    }

    private void essay() {
        for (var i = 0; i < question.size("rubric"); i++) {
            var index = i;
            var title = words.get("criterion", i + 1);
            var criterion = group(title, area(words.get("criterion-title"), "rubric", i, "title", language));
            for (var j = 0; j < question.size("rubric", i, "levels"); j++) {
                criterion.add(level(title, i, j));
            }
            criterion.add(
                    more("add-level", () -> question.withLevel(index), "rubric", i, "levels"),
                    hands(title, i, () -> question.without(index, "rubric"), "rubric"));
            add(criterion);
        }
        add(more("add-criterion", () -> question.withCriterion(), "rubric"));
        solutions();
        add(line(words.get("max-characters"), "maxCharacters"));
    }

    void solutions() {
        for (var i = 0; i < question.size("solutions"); i++) {
            add(group(
                    words.get("solution", i + 1),
                    line(words.get("solution-title"), "solutions", i, "title", language),
                    area(words.get("solution-text"), "solutions", i, "text", language)));
        }
    }

    private void prediction() {
        add(line(words.get("axis-from"), "axis", "from"), line(words.get("axis-to"), "axis", "to"));
        for (var i = 0; i < question.size("within"); i++) {
            add(group(
                    words.get("within", i + 1),
                    line(words.get("within-decades", i + 1), "within", i, "decades"),
                    line(words.get("within-points", i + 1), "within", i, "points")));
        }
        solutions();
    }

    private void repair() {
        for (var i = 0; i < question.size("goal"); i++) {
            add(group(
                    words.get("within", i + 1),
                    line(words.get("goal-accuracy", i + 1), "goal", i, "accuracy"),
                    line(words.get("within-points", i + 1), "goal", i, "points")));
        }
        solutions();
    }

    /** What is drawn for a computed key is left to the file. */
    private void numeric() {
        if (question.text("computed", "lab").isEmpty()) {
            add(
                    question.names("key").isEmpty()
                            ? line(words.get("number-key"), "key")
                            : line(words.get("number-formula"), "key", "formula"));
        } else {
            add(
                    line(words.get("computed-lab"), "computed", "lab"),
                    line(words.get("computed-quantity"), "computed", "quantity"));
        }
        add(line(words.get("unit"), "unit"));
        for (var i = 0; i < question.size("within"); i++) {
            var step = group(words.get("within", i + 1));
            for (var measure : List.of("absolute", "relative", "figures", "decades")) {
                if (!question.text("within", i, measure).isEmpty()) {
                    step.add(line(words.get("within-" + measure + "-number", i + 1), "within", i, measure));
                }
            }
            step.add(line(words.get("within-points", i + 1), "within", i, "points"));
            add(step);
        }
        solutions();
    }

    private Div level(String criterion, int i, int j) {
        var title = words.get("level", j + 1);
        var level = new Div(
                line(title, "rubric", i, "levels", j, "title", language),
                line(words.get("level-points", j + 1), "rubric", i, "levels", j, "points"),
                hands(
                        criterion + ", " + title,
                        j,
                        () -> question.without(j, "rubric", i, "levels"),
                        "rubric",
                        i,
                        "levels"));
        level.addClassName("level");
        return level;
    }

    static String letter(int index) {
        return index < 0 || index > 25 ? String.valueOf(index + 1) : String.valueOf((char) ('A' + index));
    }

    static FieldSet group(String title, Component... fields) {
        var group = new FieldSet(title);
        group.add(fields);
        return group;
    }

    /** Moves one entry of a list, or takes it out; {@code title} says which one. */
    Div hands(String title, int index, Supplier<QuestionDraft> without, Object... list) {
        var up = button("move-up", title, () -> change(question.swapped(index - 1, list), index - 1, list));
        up.setEnabled(index > 0);
        var down = button("move-down", title, () -> change(question.swapped(index, list), index + 1, list));
        down.setEnabled(index + 1 < question.size(list));
        var remove = new SureButton(words, "remove", title, () -> change(without.get(), Math.max(0, index - 1), list));
        remove.addClassName("quiet-button");
        var hands = new Div(up, down, remove);
        hands.addClassName("hands");
        return hands;
    }

    NativeButton more(String key, Supplier<QuestionDraft> longer, Object... list) {
        var button = new NativeButton(words.get(key), click -> change(longer.get(), question.size(list), list));
        button.addClassName("button");
        return button;
    }

    private NativeButton button(String key, String title, Runnable then) {
        var button = new NativeButton(words.get(key), click -> then.run());
        button.addClassName("quiet-button");
        button.setAriaLabel(words.get(key) + ": " + title);
        return button;
    }

    TextArea area(String label, Object... way) {
        var field = new TextArea(label);
        field.setValue(question.text(way));
        field.addValueChangeListener(event -> put(event.getValue(), way));
        slowly(field);
        field.setWidthFull();
        fields.put(List.of(way), field);
        return field;
    }

    TextField line(String label, Object... way) {
        var field = new TextField(label);
        field.setValue(question.text(way));
        field.addValueChangeListener(event -> put(event.getValue(), way));
        slowly(field);
        fields.put(List.of(way), field);
        return field;
    }

    /**
     * Often enough that little is ever unsaved, seldom enough that the preview does not flicker. When the field is left, what
     * waits is sent before anything else: a link that is clicked would take the field away first.
     */
    static <F extends HasValueChangeMode & BlurNotifier<?>> void slowly(F field) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(600);
        field.addBlurListener(left -> {});
    }

    void put(String text, Object... way) {
        question = question.with(text, way);
        changed.accept(question.yaml());
    }

    /** Shows a list that has other entries now, and goes to one of them. */
    private void change(QuestionDraft next, int index, Object... list) {
        question = next;
        changed.accept(question.yaml());
        show();
        var entry = new java.util.ArrayList<>(List.of(list));
        entry.add(index);
        fields.keySet().stream()
                .filter(way -> way.size() == entry.size() + 2
                        && way.subList(0, entry.size()).equals(entry))
                .filter(way -> !way.contains("feedback"))
                .findFirst()
                .or(() -> Optional.of(List.of("prompt", language)))
                .flatMap(way -> Optional.ofNullable(fields.get(way)))
                .ifPresent(Focusable::focus);
    }
}
