package io.skipway.grading;

import io.skipway.attempts.Attempt;
import io.skipway.attempts.AttemptSubmitted;
import io.skipway.attempts.Attempts;
import io.skipway.attempts.LeftEmpty;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Marker;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        var id = submissions.ofAttempt(attempt).map(Submissions.Row::id);
        var submission =
                switch (Marker.mark(question, event.draw(), event.response())) {
                    case Marker.Mark.Points(var points, var right) -> {
                        var row = id.orElseGet(() -> submissions.add(attempt, event.question(), event.at()));
                        // A penalty takes from what was earned; what certainty took away it does not give back.
                        var worth = points.signum() < 0 ? points : points.multiply(event.share());
                        var mark = new Mark(worth, question.points(), false, Map.of(), "", true, event.at());
                        marks.put(row, Optional.empty(), mark);
                        yield row;
                    }
                    case Marker.Mark.ByPerson waits ->
                        id.orElseGet(() -> submissions.addWithAlias(attempt, event.question(), event.at()));
                };
        var runs = attempts.find(attempt.person(), attempt).stream()
                .flatMap(whole -> whole.pins().stream())
                .map(Attempt.Pin::run)
                .toList();
        // What a person marked before it was reopened, and is as it was, beside the same runs, keeps its mark.
        id.filter(row -> !event.unchanged() || !submissions.evidence(row).equals(Set.copyOf(runs)))
                .ifPresent(row -> submissions.again(row, event.at()));
        submissions.addEvidence(submission, runs);
    }

    /** What was answered, reopened and taken back is worth nothing any more. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void take(LeftEmpty event) {
        submissions.ofAttempt(event.attempt()).ifPresent(before -> {
            submissions.again(before.id(), event.at());
            var points = courses.question(before.question()).points();
            var mark = new Mark(BigDecimal.ZERO, points, false, Map.of(), "", true, event.at());
            marks.put(before.id(), Optional.empty(), mark);
        });
    }
}
