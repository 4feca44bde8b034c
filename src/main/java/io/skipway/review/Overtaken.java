package io.skipway.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import io.skipway.ui.Wording;

/** Says that another tab has changed the same essay, shows what it has, and lets the grader choose: nothing is written over unasked. */
class Overtaken extends Div {
    private final Wording words = Wording.of(Overtaken.class);
    private final Paragraph other = new Paragraph();

    /** {@code mine} saves what stands on the form in place of the other; {@code theirs} opens the other in place of the form. */
    Overtaken(Runnable mine, Runnable theirs) {
        addClassName("overtaken");
        var told = new Paragraph(words.get("overtaken"));
        told.getElement().setAttribute("role", "alert");
        other.addClassName("overtaken-other");
        var keep = new NativeButton(words.get("overtaken-mine"), click -> mine.run());
        keep.addClassName("button");
        var take = new NativeButton(words.get("overtaken-theirs"), click -> theirs.run());
        take.addClassName("button");
        var choice = new Div(keep, take);
        choice.addClassName("answer-actions");
        add(told, other, choice);
        setVisible(false);
    }

    /** Shows itself over what is saved elsewhere by now. */
    void show(Marking marking) {
        var comment = marking.draft()
                .map(draft -> words.get("overtaken-draft", draft.levels().size(), draft.comment()))
                .orElseGet(() -> marking.marks().reversed().stream()
                        .findFirst()
                        .map(mark -> words.get("overtaken-mark", mark.points(), mark.outOf(), mark.comment()))
                        .orElse(words.get("overtaken-nothing")));
        other.setText(comment);
        setVisible(true);
    }
}
