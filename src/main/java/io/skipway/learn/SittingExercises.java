package io.skipway.learn;

import io.skipway.attempts.AttemptId;
import io.skipway.attempts.Attempts;
import io.skipway.attempts.Sitting;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Language;
import io.skipway.courseware.Question;
import io.skipway.courseware.Quiz;
import io.skipway.lab.Experiment;
import io.skipway.player.AnswerField;
import java.math.BigDecimal;
import java.util.function.Predicate;

/** A student's answers in one sitting of a quiz: each has one attempt, and is worth what the quiz gives it. */
class SittingExercises extends StudentExercises {
    private final Sitting sitting;
    private final Quiz.Behaviour behaviour;

    SittingExercises(
            Sitting sitting,
            Quiz quiz,
            Edition edition,
            Language language,
            Courses courses,
            Attempts attempts,
            Predicate<Experiment> closed) {
        super(sitting.id().person(), edition, language, courses, attempts, closed, () -> {});
        this.sitting = sitting;
        this.behaviour = quiz.behaviour();
    }

    @Override
    public AnswerField answer(Question question) {
        return super.answer(question).inQuiz(behaviour);
    }

    @Override
    public BigDecimal points(Question question) {
        return sitting.items().stream()
                .filter(item -> item.question().equals(question.id()))
                .findFirst()
                .flatMap(Sitting.Item::points)
                .orElse(question.points());
    }

    @Override
    AttemptId at(String question) {
        return sitting.id().attempt(question);
    }

    @Override
    AttemptId open(Question question) {
        return at(question.id());
    }
}
