package io.skipway.attempts;

import io.skipway.courseware.Courses;
import io.skipway.courseware.Quiz;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the rules of a quiz say of an answer now. The clock is the server's; nobody else's counts. */
@Component
class OpenSittings {
    private final SittingRows rows;
    private final GrantRows grants;
    private final Courses courses;
    private final Clock clock;

    OpenSittings(SittingRows rows, GrantRows grants, Courses courses, ObjectProvider<Clock> clock) {
        this.rows = rows;
        this.grants = grants;
        this.courses = courses;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /** To the microsecond, which both stores keep, so that a receipt reads the same tomorrow. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The quiz as it was when the sitting began. */
    Quiz quiz(Sitting sitting) {
        return courses.edition(sitting.id().course(), sitting.edition())
                .quiz(sitting.id().quiz())
                .orElseThrow(() -> new IllegalArgumentException("No such quiz: " + sitting.id()));
    }

    /** The quiz of a sitting's answer; empty for an exercise of a lesson and for practice, which nobody sits. */
    Optional<Quiz> exam(AttemptId attempt) {
        return find(attempt).map(this::quiz);
    }

    /** The sitting of an answer; empty as with {@link #exam}. */
    Optional<Sitting> find(AttemptId attempt) {
        return attempt.sitting().flatMap(rows::find);
    }

    /** The quiz to which an answer belongs that is only practised. */
    Optional<Quiz> practice(AttemptId attempt) {
        return attempt.sitting()
                .filter(id -> rows.find(id).isEmpty())
                .flatMap(id -> courses.newest(id.course()).flatMap(edition -> edition.quiz(id.quiz())))
                .filter(quiz -> quiz.mode() == Quiz.Mode.PRACTICE)
                .filter(quiz -> quiz.questions().contains(attempt.question()));
    }

    /** Whether it was answered in practice, whatever became of the set since: then it is worth nothing. */
    boolean unsat(AttemptId attempt, Optional<Sitting> sitting) {
        return attempt.sitting().isPresent() && sitting.isEmpty();
    }

    /** Whether an answer to it still becomes current, as far as its sitting goes. */
    boolean takes(AttemptId attempt) {
        return takes(attempt, find(attempt));
    }

    boolean takes(AttemptId attempt, Optional<Sitting> sitting) {
        return sitting.map(of -> {
                    var quiz = quiz(of);
                    return of.takes(attempt.question(), now(), quiz.grace(), quiz.sequential());
                })
                .orElse(true);
    }

    /** Whether checking an answer that missed leaves another try at it. */
    boolean leavesATry(AttemptId attempt, Quiz quiz) {
        return quiz.behaviour() instanceof Quiz.Behaviour.Tries(var tries, var penalty)
                && rows.missed(attempt).size() + 1 < tries;
    }

    /** What is left of the points after the tries that missed, from 0 to 1. */
    BigDecimal share(AttemptId attempt, Optional<Sitting> sitting) {
        return sitting.map(this::quiz)
                .map(Quiz::behaviour)
                .filter(Quiz.Behaviour.Tries.class::isInstance)
                .map(Quiz.Behaviour.Tries.class::cast)
                .map(tries -> BigDecimal.ONE
                        .subtract(tries.penalty()
                                .multiply(
                                        BigDecimal.valueOf(rows.missed(attempt).size())))
                        .max(BigDecimal.ZERO))
                .orElse(BigDecimal.ONE);
    }

    /** Whether its sitting was reopened and nothing was saved for it since. */
    boolean unchanged(AttemptId attempt, Saved newest) {
        return attempt.sitting()
                .flatMap(grants::reopened)
                .filter(newest.at()::isBefore)
                .isPresent();
    }

    boolean over(Sitting sitting, Instant now) {
        return sitting.over(now, quiz(sitting).grace());
    }

    /** When a quiz closes to all: by its newest edition, if that has it, which may have given everybody more time. */
    Optional<Instant> closes(Sitting sitting) {
        return courses.newest(sitting.id().course())
                .flatMap(edition -> edition.quiz(sitting.id().quiz()))
                .orElseGet(() -> quiz(sitting))
                .closes();
    }
}
