package io.skipway.learn;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.skipway.attempts.Sitting;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Language;
import io.skipway.courseware.Quiz;
import io.skipway.player.ExerciseRow;

/** The questions of a sitting by their sections. Where these come one after another only the open one is there at all. */
class SittingQuestions extends Div {
    SittingQuestions(Sitting sitting, Quiz quiz, Edition edition, Language language, SittingExercises exercises) {
        addClassName("sitting-questions");
        var open = sitting.submittedAt().isEmpty();
        var section = -1;
        var number = 0;
        for (var item : sitting.items()) {
            number++;
            if (open && quiz.sequential() && item.section() != sitting.section()) {
                continue;
            }
            if (item.section() != section && quiz.sections().size() > 1) {
                add(new H2(quiz.sections().get(item.section()).title().in(language)));
            }
            section = item.section();
            var question = exercises.question(item.question());
            var row = new ExerciseRow(
                    number, question, language, exercises, question.lab().flatMap(edition::lab));
            if (open) {
                row.card().atTitle(new Flag(item.question(), number));
            }
            add(row);
        }
    }

    /** Marks a question to be looked at again; the bar beside the questions knows which are. */
    @Tag("skip-flag")
    static final class Flag extends Component {
        Flag(String question, int number) {
            getElement().setAttribute("question", question);
            getElement().setAttribute("number", String.valueOf(number));
        }
    }
}
