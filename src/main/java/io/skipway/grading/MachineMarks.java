package io.skipway.grading;

import io.skipway.attempts.Attempt;
import io.skipway.attempts.AttemptSubmitted;
import io.skipway.attempts.Attempts;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Marker;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes every submission in, in the transaction that makes it final: both are there, or neither. What the question alone
 * can mark is marked and released at once; the rest waits for a person, under an alias.
 */
@Component
class MachineMarks {
    private final Submissions submissions;
    private final Marks marks;
    private final Attempts attempts;
    private final Courses courses;

    MachineMarks(Submissions submissions, Marks marks, Attempts attempts, Courses courses) {
        this.submissions = submissions;
        this.marks = marks;
        this.attempts = attempts;
        this.courses = courses;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void take(AttemptSubmitted event) {
        var attempt = event.attempt();
        var question = courses.question(event.question());
        // What was reopened has its submission already.
        var before = submissions.ofAttempt(attempt).map(Submissions.Row::id);
        var submission =
                switch (Marker.mark(question, event.draw(), event.response())) {
                    case Marker.Mark.Points(var points, var right) -> {
                        var id = before.orElseGet(() -> submissions.add(attempt, event.question(), event.at()));
                        // A penalty takes from what was earned; what certainty took away it does not give back.
                        var worth = points.signum() < 0 ? points : points.multiply(event.share());
                        var mark = new Mark(worth, question.points(), false, Map.of(), "", true, event.at());
                        marks.put(id, Optional.empty(), mark);
                        yield id;
                    }
                    case Marker.Mark.ByPerson waits ->
                        before.orElseGet(() -> submissions.addWithAlias(attempt, event.question(), event.at()));
                };
        attempts.find(attempt.person(), attempt)
                .ifPresent(whole -> submissions.addEvidence(
                        submission, whole.pins().stream().map(Attempt.Pin::run).toList()));
    }
}
