package io.skipway.learn;

import com.vaadin.flow.component.Component;
import io.skipway.attempts.Attempt;
import io.skipway.attempts.AttemptId;
import io.skipway.attempts.Attempts;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Language;
import io.skipway.courseware.Question;
import io.skipway.identity.UserId;
import io.skipway.lab.RunId;
import io.skipway.player.AnswerField;
import io.skipway.player.LabPanel;
import io.skipway.player.LessonPage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A student's own answers, and the runs that they pin to them. */
class StudentExercises implements LessonPage.Exercises {
    private final UserId me;
    private final Edition edition;
    private final Language language;
    private final Courses courses;
    private final Attempts attempts;
    private final Runnable submitted;
    private final Map<String, AttemptId> current = new HashMap<>();

    StudentExercises(
            UserId me, Edition edition, Language language, Courses courses, Attempts attempts, Runnable submitted) {
        this.me = me;
        this.edition = edition;
        this.language = language;
        this.courses = courses;
        this.attempts = attempts;
        this.submitted = submitted;
    }

    @Override
    public Question question(String id) {
        return attempts.find(me, at(id))
                .map(attempt -> courses.question(attempt.question()))
                .or(() -> edition.question(id))
                .orElseThrow();
    }

    @Override
    public Component answer(Question question) {
        var field = new AnswerField(question, me, at(question.id()).token(), language);
        field.onSubmitted(attempt -> submitted.run());
        return field;
    }

    @Override
    public void beside(Question question, LabPanel panel) {
        panel.pinnable(
                run -> panel.pinned(runs(attempts.pin(me, now(question), run))),
                run -> panel.pinned(runs(attempts.unpin(me, now(question), run))));
        attempts.find(me, at(question.id())).ifPresent(attempt -> panel.pinned(runs(attempt)));
    }

    private AttemptId at(String question) {
        return current.computeIfAbsent(question, id -> attempts.current(me, edition.course(), id));
    }

    /** The student may have begun another try since the page was opened. */
    private AttemptId now(Question question) {
        current.remove(question.id());
        return at(question.id());
    }

    private static List<RunId> runs(Attempt attempt) {
        return attempt.pins().stream().map(Attempt.Pin::run).toList();
    }
}
