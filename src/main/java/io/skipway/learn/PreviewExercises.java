package io.skipway.learn;

import com.vaadin.flow.component.Component;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Language;
import io.skipway.courseware.Question;
import io.skipway.player.AnswerField;
import io.skipway.player.LessonPage;

/** What a grader or an instructor sees in a student's place: it can be tried, and nothing is saved. */
record PreviewExercises(Edition edition, Language language) implements LessonPage.Exercises {
    @Override
    public Question question(String id) {
        return edition.question(id).orElseThrow();
    }

    @Override
    public Component answer(Question question) {
        return AnswerField.preview(question, language, false);
    }
}
