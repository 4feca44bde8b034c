package io.skipway.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.skipway.courseware.Question;
import io.skipway.grading.Rubrics;
import io.skipway.ui.Wording;
import java.util.Map;
import java.util.Optional;

/** The points: the levels' sum until a grader types others, which then stay until they go back to the sum. */
class PointsField extends Div {
    private final Wording words = Wording.of(PointsField.class);
    private final transient Question.Essay essay;
    private final Input input = new Input(ValueChangeMode.ON_CHANGE);
    private final Span note = new Span();
    private final NativeButton back;
    private final Div hand;
    private transient Optional<String> byHand = Optional.empty();

    PointsField(Question.Essay essay, Runnable changed) {
        this.essay = essay;
        input.setId("points");
        input.setType("number");
        input.getElement()
                .setAttribute("min", "0")
                .setAttribute("step", "any")
                .setAttribute("max", essay.points().toPlainString())
                .setAttribute("aria-describedby", "points-by-hand");
        input.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                set(Optional.of(input.getValue()), changed);
            }
        });
        var label = new NativeLabel(words.get("points", essay.points()));
        label.setFor(input);
        note.setId("points-by-hand");
        back = new NativeButton(words.get("use-sum"), click -> set(Optional.empty(), changed));
        back.addClassName("quiet-button");
        var total = new Div(input, label);
        total.addClassName("total");
        hand = new Div(note, back);
        hand.addClassName("by-hand");
        add(total, hand);
    }

    /** As they were typed; empty for the levels' sum. */
    Optional<String> byHand() {
        return byHand;
    }

    /** Shows the points by hand if there are any, or else the sum once each row has its level. */
    void show(Optional<String> given, Map<String, Integer> levels) {
        byHand = given.filter(points -> !points.isBlank());
        var sum = Rubrics.sum(essay.rubric(), levels).stripTrailingZeros().toPlainString();
        var complete = levels.size() == essay.rubric().criteria().size();
        input.setValue(byHand.orElse(complete ? sum : ""));
        note.setText(byHand.isPresent() ? words.get("by-hand", sum) : "");
        hand.setVisible(byHand.isPresent());
    }

    private void set(Optional<String> given, Runnable changed) {
        byHand = given.filter(points -> !points.isBlank());
        changed.run();
    }
}
