package io.skipway.attempts;

import io.skipway.courseware.Edition;
import io.skipway.courseware.Quiz;
import io.skipway.identity.UserId;
import org.springframework.stereotype.Component;

/**
 * Practice shows the key, so a question that is worth points elsewhere may be practised only once it can't be answered
 * there any more with that knowledge: after the submission that counts in its lesson, and in every exam that asks it once
 * its solution may be told.
 */
@Component
class Practisable {
    private final AttemptRows attempts;
    private final Sittings sittings;

    Practisable(AttemptRows attempts, Sittings sittings) {
        this.attempts = attempts;
        this.sittings = sittings;
    }

    boolean may(UserId who, Edition edition, String question) {
        return (edition.exercise(question).isEmpty() || attempts.submitted(who, edition.course(), question))
                && edition.quizzes().stream()
                        .filter(quiz -> quiz.mode() == Quiz.Mode.EXAM
                                && quiz.questions().contains(question))
                        .allMatch(exam -> told(who, edition, exam, question));
    }

    private boolean told(UserId who, Edition edition, Quiz exam, String question) {
        var own = sittings.of(who, edition.course()).stream()
                .filter(sitting -> sitting.id().quiz().equals(exam.id()))
                .filter(sitting -> sitting.items().stream()
                        .anyMatch(item -> item.question().equals(question)))
                .map(sitting -> sitting.id().attempt(question))
                .anyMatch(answer -> sittings.told(who, answer)
                        .filter(Sittings.Told::solution)
                        .isPresent());
        // To whom it was never put, the quiz being closed to all.
        return own || (exam.review().solution() != Quiz.When.NEVER && sittings.closed(edition.course(), exam));
    }
}
