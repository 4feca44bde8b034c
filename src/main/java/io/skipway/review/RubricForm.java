package io.skipway.review;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.ShortcutRegistration;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.skipway.courseware.Language;
import io.skipway.courseware.Question;
import io.skipway.grading.ClaimedByAnother;
import io.skipway.grading.Mark;
import io.skipway.grading.Submission;
import io.skipway.ui.Wording;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rubric of an essay's own edition as rows of levels; a mark is saved once all are chosen, and at every change after. */
class RubricForm extends Section {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final Key[] DIGITS = {
        Key.DIGIT_1,
        Key.DIGIT_2,
        Key.DIGIT_3,
        Key.DIGIT_4,
        Key.DIGIT_5,
        Key.DIGIT_6,
        Key.DIGIT_7,
        Key.DIGIT_8,
        Key.DIGIT_9
    };

    /** What the form asks of the screen around it. */
    interface Actions {
        Mark mark(Map<String, Integer> levels, Optional<BigDecimal> points, String comment);

        void next();

        void release();
    }

    private final Wording words = Wording.of(RubricForm.class);
    private final transient Question.Essay essay;
    private final Language language;
    private final transient Actions actions;
    private final Map<String, Integer> levels = new HashMap<>();
    private final Map<String, List<NativeButton>> buttons = new HashMap<>();
    private final Input points = new Input(ValueChangeMode.ON_CHANGE);
    private final TextArea comment = new TextArea();
    private final Paragraph saved = new Paragraph();
    private final List<ShortcutRegistration> shortcuts = new ArrayList<>();

    RubricForm(Submission submission, Question.Essay essay, Language language, Actions actions) {
        this.essay = essay;
        this.language = language;
        this.actions = actions;
        addClassName("rubric");
        add(new H2(words.get("rubric")));
        essay.rubric().criteria().forEach(criterion -> add(row(criterion)));
        add(total(), comments(), saved, buttons(submission), keys());
        submission.mark().ifPresent(this::show);
        saved.getElement().setAttribute("role", "status");
        saved.addClassName("answer-status");
        addAttachListener(attached -> listen());
        addDetachListener(detached -> shortcuts.forEach(ShortcutRegistration::remove));
    }

    private Div row(Question.Criterion criterion) {
        var title = new H3(criterion.title().in(language));
        var best = new Span("0–" + criterion.levels().getLast().points().toPlainString());
        best.addClassNames("quiet", "numbers");
        var group = new Div();
        group.addClassName("levels");
        group.getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", criterion.title().in(language));
        var all = new ArrayList<NativeButton>();
        for (var i = 0; i < criterion.levels().size(); i++) {
            var index = i;
            var level = criterion.levels().get(i);
            var button = new NativeButton("", click -> choose(criterion, index));
            var key = new Span(String.valueOf(i + 1));
            key.addClassNames("key", "numbers");
            button.add(key, new Span(level.title().in(language)));
            button.getElement().setAttribute("aria-pressed", "false");
            all.add(button);
            group.add(button);
        }
        buttons.put(criterion.id(), all);
        var head = new Div(title, best);
        head.addClassName("criterion-head");
        var row = new Div(head, group);
        row.addClassName("criterion");
        return row;
    }

    private Div total() {
        points.setType("number");
        points.getElement()
                .setAttribute("min", "0")
                .setAttribute("step", "0.5")
                .setAttribute("max", essay.points().toPlainString());
        points.setId("points");
        points.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                save();
            }
        });
        var label = new NativeLabel(words.get("points", essay.points()));
        label.setFor(points);
        var total = new Div(points, label);
        total.addClassName("total");
        return total;
    }

    private TextArea comments() {
        comment.setLabel(words.get("comment"));
        comment.setHelperText(words.get("comment-help"));
        comment.setMaxLength(5000);
        comment.setWidthFull();
        comment.setValueChangeMode(ValueChangeMode.LAZY);
        comment.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                save();
            }
        });
        return comment;
    }

    private Div buttons(Submission submission) {
        var next = new NativeButton(words.get("next"), click -> actions.next());
        next.addClassNames("button", "primary");
        var row = new Div(next);
        row.addClassName("answer-actions");
        if (submission.mark().filter(Mark::released).isEmpty()) {
            var release = new NativeButton(words.get("release"), click -> release());
            release.addClassName("button");
            row.add(release);
        } else {
            row.add(new Span(words.get("is-released")));
        }
        return row;
    }

    private Paragraph keys() {
        var keys = new Paragraph(words.get("keys"));
        keys.addClassName("eyebrow");
        return keys;
    }

    /** Keys with Alt, so that typing a comment is never taken for a command. */
    private void listen() {
        for (var i = 0; i < DIGITS.length; i++) {
            var index = i;
            shortcuts.add(Shortcuts.addShortcutListener(this, () -> chooseNext(index), DIGITS[i], KeyModifier.ALT));
        }
        shortcuts.add(Shortcuts.addShortcutListener(this, actions::next, Key.KEY_N, KeyModifier.ALT));
        shortcuts.add(Shortcuts.addShortcutListener(this, this::release, Key.KEY_R, KeyModifier.ALT));
        shortcuts.add(Shortcuts.addShortcutListener(this, () -> comment.focus(), Key.KEY_C, KeyModifier.ALT));
    }

    /** A digit goes to the first criterion that has no level yet, or else to the last. */
    private void chooseNext(int index) {
        var criteria = essay.rubric().criteria();
        if (criteria.isEmpty()) {
            return;
        }
        var current = criteria.stream()
                .filter(criterion -> !levels.containsKey(criterion.id()))
                .findFirst()
                .orElse(criteria.getLast());
        if (index < current.levels().size()) {
            choose(current, index);
        }
    }

    private void choose(Question.Criterion criterion, int index) {
        levels.put(criterion.id(), index);
        press();
        points.clear();
        save();
    }

    private void press() {
        buttons.forEach((criterion, all) -> {
            for (var i = 0; i < all.size(); i++) {
                var chosen = Integer.valueOf(i).equals(levels.get(criterion));
                all.get(i).getElement().setAttribute("aria-pressed", String.valueOf(chosen));
            }
        });
    }

    private boolean complete() {
        return levels.keySet()
                .containsAll(essay.rubric().criteria().stream()
                        .map(Question.Criterion::id)
                        .toList());
    }

    /** Whether the mark is saved as it stands on the screen. */
    private boolean save() {
        if (!complete()) {
            saved.setText(words.get("incomplete"));
            return false;
        }
        try {
            show(actions.mark(Map.copyOf(levels), given(), comment.getValue()));
            saved.getElement().setAttribute("data-standing", "saved");
            saved.setText(words.get(
                    "saved", LocalTime.now(java.time.ZoneId.systemDefault()).format(CLOCK)));
            return true;
        } catch (IllegalArgumentException | ClaimedByAnother refused) {
            saved.getElement().setAttribute("data-standing", "refused");
            saved.setText(words.get("refused", essay.points()));
            return false;
        }
    }

    private Optional<BigDecimal> given() {
        try {
            return points.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(points.getValue()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("points", e);
        }
    }

    private void show(Mark mark) {
        levels.clear();
        levels.putAll(mark.levels());
        press();
        points.setValue(mark.points().toPlainString());
        comment.setValue(mark.comment());
    }

    private void release() {
        if (save()) {
            actions.release();
        }
    }
}
