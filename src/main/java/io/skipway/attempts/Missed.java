package io.skipway.attempts;

import io.skipway.courseware.Courses;
import io.skipway.courseware.Draw;
import io.skipway.courseware.Marker;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a person got wrong in a lesson or an exam. */
@Component
class Missed {
    private final Draws draws;
    private final Courses courses;

    Missed(Draws draws, Courses courses) {
        this.draws = draws;
        this.courses = courses;
    }

    /** When one of the attempts at the question last missed, if after {@code since}; not among them are those of practice. */
    Optional<Instant> since(Instant since, String question, Collection<Attempt> attempts) {
        return attempts.stream()
                .filter(attempt -> attempt.id().question().equals(question))
                .filter(attempt -> attempt.submittedAt().filter(since::isBefore).isPresent())
                .filter(this::missed)
                .flatMap(attempt -> attempt.submittedAt().stream())
                .max(Instant::compareTo);
    }

    /** Nothing answered is missed too. */
    private boolean missed(Attempt attempt) {
        var question = courses.question(attempt.question());
        var answer = attempt.answered().filter(it -> !Answers.empty(it));
        return question.practised()
                && answer.filter(response ->
                                Marker.mark(question, draws.find(attempt.id()).orElse(Draw.NONE), response)
                                                instanceof Marker.Mark.Points(var points, var right)
                                        && right)
                        .isEmpty();
    }
}
