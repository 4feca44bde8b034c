package io.skipway.learn;

import io.skipway.attempts.AttemptId;
import io.skipway.attempts.Attempts;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Language;
import io.skipway.courseware.Question;
import io.skipway.lab.Experiment;
import io.skipway.player.LabPanel;
import java.util.function.Predicate;

/** One answer in practice. No grader reads it, so its lab is not asked to pin. */
class PracticeExercises extends StudentExercises {
    private final AttemptId attempt;

    PracticeExercises(
            AttemptId attempt,
            Edition edition,
            Language language,
            Courses courses,
            Attempts attempts,
            Predicate<Experiment> closed,
            Runnable submitted) {
        super(attempt.person(), edition, language, courses, attempts, closed, submitted);
        this.attempt = attempt;
    }

    @Override
    public void beside(Question question, LabPanel panel) {}

    @Override
    AttemptId at(String question) {
        return attempt;
    }
}
