package io.skipway.attempts;

import io.skipway.courseware.Courses;
import io.skipway.courseware.Draw;
import io.skipway.courseware.Marker;
import io.skipway.courseware.NumberKey;
import io.skipway.courseware.Question;
import io.skipway.lab.ExperimentRejected;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes answers final, one by itself or all of a sitting that ended; whose they are the caller has asked. */
@Component
class Finishing {
    private final AttemptRows rows;
    private final Draws draws;
    private final OpenQuestions open;
    private final OpenSittings sittings;
    private final SittingRows tries;
    private final Courses courses;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;

    Finishing(
            AttemptRows rows,
            Draws draws,
            OpenQuestions open,
            OpenSittings sittings,
            SittingRows tries,
            Courses courses,
            ApplicationEventPublisher events,
            TransactionOperations transactions) {
        this.rows = rows;
        this.draws = draws;
        this.open = open;
        this.sittings = sittings;
        this.tries = tries;
        this.courses = courses;
        this.events = events;
        this.transactions = transactions;
    }

    /** What {@link Attempts#submit} promises. */
    Outcome submit(AttemptId attempt, long base) {
        var exam = sittings.exam(attempt);
        if (exam.filter(quiz -> !quiz.behaviour().checks()).isPresent()) {
            throw new Unanswerable("with-the-quiz");
        }
        if (exam.isPresent() && tries.missed(attempt).contains(base)) {
            throw new Unanswerable("unchanged");
        }
        // Before the row is locked, since it takes a while. What is not needed is thrown away unseen.
        var draw = rows.find(attempt)
                .filter(row -> row.submittedAt() == null)
                .flatMap(row -> rows.newest(attempt)
                        .filter(newest -> newest.sequence() == base)
                        .map(Saved::response)
                        .filter(last -> Answers.isFinal(asked(row), last) && !waits(row))
                        .map(last -> draws.make(attempt, question(row), last)))
                .orElse(Draw.NONE);
        return Objects.requireNonNull(transactions.execute(tx -> close(attempt, base, draw)));
    }

    /** What a computed key and its solution tell would give an open prediction away. */
    private boolean waits(AttemptRows.Row row) {
        return row.id().sitting().isEmpty()
                && question(row) instanceof Question.Numeric numeric
                && numeric.key() instanceof NumberKey.Computed key
                && open.closesBeside(row.id(), key.experiment());
    }

    private Outcome close(AttemptId attempt, long base, Draw draw) {
        var row = rows.lock(attempt).orElseThrow(() -> new Unanswerable("empty"));
        var newest = rows.newest(attempt).orElseThrow(() -> new Unanswerable("empty"));
        if (newest.sequence() != base) {
            return new Outcome.Stale(newest);
        }
        if (row.submittedAt() != null) {
            return new Outcome.Accepted(newest);
        }
        var sitting = sittings.find(attempt);
        if (closed(attempt, sitting)) {
            return new Outcome.Closed(Optional.of(newest));
        }
        Answers.checkFinal(asked(row), newest.response());
        if (waits(row)) {
            throw new Unanswerable("prediction-open");
        }
        // Pressed twice at once, the other was first: one check takes one try.
        if (tries.missed(attempt).contains(base)) {
            return new Outcome.Accepted(newest);
        }
        if (missed(row, draw, newest)
                && sitting.map(sittings::quiz)
                        .filter(quiz -> sittings.leavesATry(attempt, quiz))
                        .isPresent()) {
            tries.miss(attempt, newest.sequence(), now());
            return new Outcome.Accepted(newest);
        }
        finish(row, sitting, newest, draw, now());
        return new Outcome.Accepted(newest);
    }

    private boolean missed(AttemptRows.Row row, Draw draw, Saved newest) {
        return question(row).practised()
                && Marker.mark(question(row), draw, newest.response())
                        instanceof Marker.Mark.Points(var points, var right)
                && !right;
    }

    private void finish(AttemptRows.Row row, Optional<Sitting> sitting, Saved newest, Draw draw, Instant at) {
        var attempt = row.id();
        rows.submitted(attempt, at);
        draws.keep(attempt, draw);
        if (sittings.unsat(attempt, sitting)) {
            events.publishEvent(new Practised(attempt, row.question(), share(row, newest, draw), at));
        } else {
            events.publishEvent(new AttemptSubmitted(
                    attempt,
                    row.question(),
                    draw,
                    newest.response(),
                    sittings.share(attempt, sitting),
                    sittings.unchanged(attempt, newest),
                    at));
        }
    }

    private BigDecimal share(AttemptRows.Row row, Saved newest, Draw draw) {
        return Marker.mark(question(row), draw, newest.response()) instanceof Marker.Mark.Points(var points, var right)
                ? points.divide(question(row).points(), MathContext.DECIMAL32)
                : BigDecimal.ZERO;
    }

    /**
     * Makes an answer of a sitting that ended at {@code at} final as it was saved last, and has it marked; once.
     *
     * @throws ExperimentRejected if something is to be measured for it and can't be now
     */
    void settle(AttemptId attempt, Instant at) {
        var before = rows.find(attempt).filter(row -> row.submittedAt() == null);
        if (before.isEmpty()) {
            return;
        }
        var last = rows.newest(attempt).filter(saved -> !Answers.empty(saved.response()));
        var draw = last.map(saved -> draws.make(
                        attempt, question(before.get()), saved.response().answered()))
                .orElse(Draw.NONE);
        // Another node may have been faster, and the sitting be open again.
        transactions.executeWithoutResult(tx -> {
            var sitting = attempt.sitting()
                    .flatMap(tries::lock)
                    .filter(held -> held.submittedAt().filter(at::equals).isPresent());
            sitting.flatMap(held -> rows.lock(attempt))
                    .filter(row -> row.submittedAt() == null)
                    .ifPresent(row -> {
                        if (last.isEmpty()) {
                            rows.submitted(attempt, at);
                            events.publishEvent(new LeftEmpty(attempt, at));
                        } else {
                            finish(row, sitting, last.get(), draw, at);
                        }
                    });
        });
    }

    /** Whether nothing more is taken. What is asked in a quiz is never revealed; what is not has no sitting. */
    boolean closed(AttemptId attempt, Optional<Sitting> sitting) {
        return attempt.sitting().isPresent()
                ? !sittings.takes(attempt, sitting)
                : rows.revealed(attempt.person(), attempt.course(), attempt.exercise());
    }

    private Question question(AttemptRows.Row row) {
        return courses.question(row.question());
    }

    private Question asked(AttemptRows.Row row) {
        return draws.asked(row.id(), question(row));
    }

    private Instant now() {
        return sittings.now();
    }
}
