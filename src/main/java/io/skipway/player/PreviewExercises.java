package io.skipway.player;

import com.vaadin.flow.component.Component;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Language;
import io.skipway.courseware.Question;

/**
 * What a grader or an instructor sees in a student's place: it can be tried, and nothing is saved. The caller has asked
 * whether this person may see the feedback of every option, and with {@code key} the key too.
 */
public record PreviewExercises(Edition edition, Language language, boolean key) implements LessonPage.Exercises {
    @Override
    public Question question(String id) {
        return edition.question(id).orElseThrow().sample();
    }

    @Override
    public Component answer(Question question) {
        return AnswerField.preview(question, language, key);
    }
}
