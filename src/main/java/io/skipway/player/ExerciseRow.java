package io.skipway.player;

import com.vaadin.flow.component.html.Div;
import io.skipway.courseware.LabSheet;
import io.skipway.courseware.Language;
import io.skipway.courseware.Question;
import java.util.Optional;

/** A question's card, and beside it the lab that belongs to it. */
public class ExerciseRow extends Div {
    private final ExerciseCard card;

    public ExerciseRow(
            int number,
            Question question,
            Language language,
            LessonPage.Exercises exercises,
            Optional<LabSheet> beside) {
        card = new ExerciseCard(number, question, exercises.points(question), language, exercises.answer(question));
        addClassName("exercise");
        add(card);
        beside.ifPresent(sheet -> {
            var panel = new LabPanel(sheet, language);
            exercises.lab(sheet, panel);
            exercises.beside(question, panel);
            add(panel);
        });
    }

    public ExerciseCard card() {
        return card;
    }
}
