package io.skipway.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.skipway.courseware.Language;
import io.skipway.grading.ChangedElsewhere;
import io.skipway.grading.Mark;
import io.skipway.grading.MarkDraft;
import io.skipway.ui.Wording;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rubric of an essay's own edition with points and comment. Every change is saved at once, as a mark or as a draft. */
class RubricForm extends Section {
    private static final int SAVE_EVERY_MS = 500;

    private final Wording words = Wording.of(RubricForm.class);
    private final transient Marking marking;
    private final Language language;
    private final Runnable told;
    private final LevelRows levels;
    private final PointsField points;
    private final TextArea comment = new TextArea();
    private final Paragraph status = new Paragraph();
    private final NativeButton release = new NativeButton();
    private final NativeButton discard = new NativeButton();
    private final Span seen = new Span();
    private final Overtaken overtaken;
    private final String released;
    private boolean changed;

    /**
     * {@code told} hears of every change of the mark or the draft; {@code next} opens another essay, {@code again} this one. A
     * quiz may show its points later than a mark is released.
     */
    RubricForm(Marking marking, boolean ofQuiz, Language language, Runnable told, Runnable next, Runnable again) {
        this.marking = marking;
        this.released = words.get(ofQuiz ? "is-released-in-quiz" : "is-released");
        this.language = language;
        this.told = told;
        levels = new LevelRows(marking.essay().rubric(), language, this::save);
        points = new PointsField(marking.essay(), this::save);
        overtaken = new Overtaken(this::keepMine, again);
        addClassName("rubric");
        add(new H2(words.get("rubric")), levels, points, comment(), status(), overtaken, buttons(next, again));
        getElement()
                .executeJs("this.addEventListener('keydown', event => event.key === 'Escape' && event.target.blur())");
        var mark = marking.marks().reversed().stream().findFirst();
        mark.ifPresent(this::show);
        marking.draft().ifPresent(draft -> show(draft, mark));
        standing();
    }

    private TextArea comment() {
        comment.setLabel(words.get("comment"));
        comment.setHelperText(words.get("comment-help"));
        comment.setMaxLength(5000);
        comment.setWidthFull();
        comment.setValueChangeMode(ValueChangeMode.TIMEOUT);
        comment.setValueChangeTimeout(SAVE_EVERY_MS);
        comment.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                save();
            }
        });
        return comment;
    }

    private Paragraph status() {
        status.getElement().setAttribute("role", "status");
        status.addClassName("answer-status");
        return status;
    }

    private Div buttons(Runnable openNext, Runnable again) {
        var next = new NativeButton(words.get("next"), click -> openNext.run());
        next.addClassNames("button", "primary");
        release.setText(words.get("release"));
        release.addClickListener(click -> release());
        release.addClassName("button");
        discard.addClickListener(click -> discard(again));
        discard.addClassName("button");
        discard.setVisible(false);
        var row = new Div(next, release, discard, seen);
        row.addClassName("answer-actions");
        return row;
    }

    /** Opened again it shows what is there by now, also where another tab was quicker. */
    private void discard(Runnable again) {
        try {
            marking.discard();
        } catch (ChangedElsewhere refused) {
            overtaken.show(marking);
            return;
        }
        again.run();
    }

    private void keepMine() {
        marking.overtake();
        overtaken.setVisible(false);
        save();
    }

    LevelRows levels() {
        return levels;
    }

    void focusComment() {
        comment.focus();
    }

    /** Saves what has changed and lets the student see it; what is no whole mark stays hidden, and the status says why. */
    void release() {
        if ((changed || marking.marks().isEmpty()) && !save(words.get("not-released"))) {
            return;
        }
        if (!marking.release()) {
            overtaken.show(marking);
            return;
        }
        standing();
        told.run();
    }

    private void save() {
        save("");
    }

    /** Whether it is a mark now; if not, the status says why, after {@code before}. */
    private boolean save(String before) {
        points.show(points.byHand(), levels.chosen());
        var saved = marking.save(levels.chosen(), points.byHand(), comment.getValue());
        var isMark = saved.standing() == Marking.Standing.MARK;
        changed = !isMark;
        var clock = DateTimeFormatter.ofPattern("HH:mm:ss");
        var kept = saved.at().map(at -> words.get(isMark ? "saved" : "kept", at(at, clock)));
        if (saved.standing() == Marking.Standing.CHANGED_ELSEWHERE) {
            overtaken.show(marking);
        }
        say(isMark, Stream.of(before, kept.orElse(""), isMark ? "" : why(saved.standing())));
        discard.setVisible(discard.isVisible() && !isMark);
        standing();
        told.run();
        return isMark;
    }

    private void say(boolean isMark, Stream<String> sentences) {
        status.getElement().setAttribute("data-standing", isMark ? "saved" : "draft");
        status.setText(sentences
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "))
                .strip());
    }

    private String why(Marking.Standing standing) {
        return switch (standing) {
            case LEVELS_MISSING -> words.get("levels-missing", String.join(", ", levels.missing()));
            case POINTS_OUTSIDE -> words.get("points-outside", marking.essay().points());
            case ANOTHER_AT_IT -> words.get("another-at-it");
            case CHANGED_ELSEWHERE -> words.get("changed-elsewhere");
            case MARK -> "";
        };
    }

    private void show(Mark mark) {
        show(
                mark.levels(),
                mark.byHand() ? Optional.of(mark.points().toPlainString()) : Optional.empty(),
                mark.comment());
    }

    /** A draft comes before the mark that stands, to which one can go back. */
    private void show(MarkDraft draft, Optional<Mark> mark) {
        show(draft.levels(), draft.points(), draft.comment());
        changed = true;
        var date = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
        var why = levels.missing().isEmpty() ? words.get("change-or-release") : why(Marking.Standing.LEVELS_MISSING);
        say(false, Stream.of(words.get("draft-of", at(draft.at(), date)), why));
        mark.ifPresent(stands -> {
            discard.setText(words.get("discard", stands.points(), stands.outOf()));
            discard.setVisible(true);
        });
    }

    private void show(Map<String, Integer> chosen, Optional<String> byHand, String text) {
        levels.show(chosen);
        points.show(byHand, chosen);
        comment.setValue(text);
    }

    /** Offers the release of what the student does not see yet. */
    private void standing() {
        var marks = marking.marks();
        var isSeen = !changed && !marks.isEmpty() && marks.getLast().released();
        var wasSeen = marks.stream().anyMatch(Mark::released);
        release.setVisible(!isSeen);
        seen.setText(isSeen ? released : wasSeen ? words.get("earlier-released") : "");
    }

    private String at(Instant at, DateTimeFormatter format) {
        return format.withLocale(language.locale())
                .withZone(ZoneId.systemDefault())
                .format(at);
    }
}
