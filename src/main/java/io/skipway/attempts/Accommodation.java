package io.skipway.attempts;

import io.skipway.courseware.Quiz;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Other rules of a quiz for one person; what is empty is as for all.
 *
 * @param limit how long the person's sitting may take
 */
public record Accommodation(
        Optional<Duration> limit, Optional<Instant> opens, Optional<Instant> closes, OptionalInt attempts) {
    public static final Accommodation NONE =
            new Accommodation(Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty());

    public Optional<Instant> opens(Quiz quiz) {
        return opens.or(quiz::opens);
    }

    public Optional<Instant> closes(Quiz quiz) {
        return closes.or(quiz::closes);
    }

    /** Who gets more time gets it only where time is limited. */
    public Optional<Duration> limit(Quiz quiz) {
        return quiz.limit().map(all -> limit.orElse(all));
    }

    public OptionalInt attempts(Quiz quiz) {
        return attempts.isPresent() ? attempts : quiz.attempts();
    }

    /** When a sitting ends: at its limit or when the quiz closes, and what was given in addition. */
    Optional<Instant> end(Quiz quiz, Instant begun, Duration given) {
        var byLimit = limit(quiz).map(begun::plus);
        var byDate = closes(quiz);
        return byLimit.map(end -> byDate.filter(close -> close.isBefore(end)).orElse(end))
                .or(() -> byDate)
                .map(end -> end.plus(given));
    }
}
