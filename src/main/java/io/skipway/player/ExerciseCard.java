package io.skipway.player;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.skipway.courseware.Cloze;
import io.skipway.courseware.Language;
import io.skipway.courseware.Question;
import io.skipway.ui.Wording;
import java.math.BigDecimal;

/** A question with its number and points, its prompt, and where it is answered. */
public class ExerciseCard extends Section {
    private final Header head;

    /** @param points that it is worth where it stands */
    public ExerciseCard(int number, Question question, BigDecimal points, Language language, Component answer) {
        var words = Wording.of(ExerciseCard.class);
        addClassName("exercise-card");
        setId("exercise-" + question.id());
        var title = new H3(words.get("question", number));
        title.setId("exercise-title-" + question.id());
        getElement().setAttribute("aria-labelledby", "exercise-title-" + question.id());
        var kind =
                switch (question) {
                    case Question.SingleChoice choice -> choice.trueOrFalse() ? "true-false" : "single-choice";
                    case Question.Essay essay -> "essay";
                    case Question.Prediction prediction -> "prediction";
                    case Question.Repair repair -> "repair";
                    case Question.Numeric numeric -> "numeric";
                    case Question.InParts parts -> parts.kind();
                };
        var about = new Span(words.get("kind-and-points", words.get("kind." + kind), points));
        about.addClassName("eyebrow");
        head = new Header(title, about);
        add(head);
        // The gaps of a text are filled in where they stand.
        if (!(question instanceof Cloze)) {
            var prompt = new ProseBlock(question.prompt().in(language));
            prompt.addClassNames("prose", "prompt");
            add(prompt);
        }
        add(answer);
    }

    /** Puts something at the end of the title's line. */
    public void atTitle(Component component) {
        head.add(component);
    }
}
