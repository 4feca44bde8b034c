package io.skipway.attempts;

import io.skipway.courseware.Courses;
import io.skipway.courseware.Draw;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Marker;
import io.skipway.courseware.NumberKey;
import io.skipway.courseware.Question;
import io.skipway.courseware.Quiz;
import io.skipway.courseware.Response;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import io.skipway.lab.ExperimentRejected;
import io.skipway.lab.Lab;
import io.skipway.lab.RunId;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Takes answers. Every call asks that {@code who} is the attempt's person and a student of its course. */
@Service
public class Attempts {
    private final AttemptRows rows;
    private final Draws draws;
    private final OpenQuestions open;
    private final OpenSittings sittings;
    private final SittingRows tries;
    private final Practisable practisable;
    private final Courses courses;
    private final Enrolments enrolments;
    private final Lab lab;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;

    Attempts(
            AttemptRows rows,
            Draws draws,
            OpenQuestions open,
            OpenSittings sittings,
            SittingRows tries,
            Practisable practisable,
            Courses courses,
            Enrolments enrolments,
            Lab lab,
            ApplicationEventPublisher events,
            TransactionOperations transactions) {
        this.rows = rows;
        this.draws = draws;
        this.open = open;
        this.sittings = sittings;
        this.tries = tries;
        this.practisable = practisable;
        this.courses = courses;
        this.enrolments = enrolments;
        this.lab = lab;
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * Appends an answer if {@code base} is the newest sequence (0 for none); the same write id again gives the same receipt.
     * The receipt is returned after the commit.
     *
     * @throws Unanswerable if the response does not fit the question, or the attempt can't be begun
     */
    public Outcome save(UserId who, AttemptId attempt, long base, String writeId, Response response) {
        requireOwn(who, attempt);
        begin(attempt);
        return required(transactions.execute(tx -> append(attempt, base, writeId, response)));
    }

    private Outcome append(AttemptId attempt, long base, String writeId, Response response) {
        // Who ends the sitting meanwhile comes before or after, and marks what was acknowledged.
        attempt.sitting().ifPresent(tries::lock);
        var row = rows.lock(attempt).orElseThrow();
        if (response instanceof Response.Certain != askedForCertainty(attempt)) {
            throw new Unanswerable("unfit");
        }
        Answers.check(asked(row), response.answered());
        var again = rows.written(attempt, writeId);
        if (again.isPresent()) {
            return new Outcome.Accepted(again.get());
        }
        var newest = rows.newest(attempt);
        if (row.submittedAt() != null || closed(attempt)) {
            rows.setAside(attempt, writeId, base, response, now());
            return new Outcome.Closed(newest);
        }
        // Where there is nothing newer nothing can be overwritten, whatever the writer believes to have seen.
        if (newest.isPresent() && newest.get().sequence() != base) {
            rows.setAside(attempt, writeId, base, response, now());
            return new Outcome.Stale(newest.get());
        }
        var current = newest.map(Saved::sequence).orElse(0L);
        return new Outcome.Accepted(rows.append(attempt, current + 1, writeId, response, now()));
    }

    /**
     * Makes the newest answer final, if {@code base} is its sequence, and publishes {@link AttemptSubmitted}. Submitting
     * again gives the same.
     *
     * @throws Unanswerable if there is nothing to submit, a repair that changes nothing, no number where one is asked for,
     *     or a computed one whose key would tell what the person has yet to predict
     * @throws ExperimentRejected if something is to be measured for it and can't be now; then nothing is final
     */
    public Outcome submit(UserId who, AttemptId attempt, long base) {
        requireOwn(who, attempt);
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
        return required(transactions.execute(tx -> close(attempt, base, draw)));
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
        if (closed(attempt)) {
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
                && sittings.exam(attempt)
                        .filter(quiz -> sittings.leavesATry(attempt, quiz))
                        .isPresent()) {
            tries.miss(attempt, newest.sequence(), now());
            return new Outcome.Accepted(newest);
        }
        finish(row, newest, draw, now());
        return new Outcome.Accepted(newest);
    }

    private boolean missed(AttemptRows.Row row, Draw draw, Saved newest) {
        return question(row).practised()
                && Marker.mark(question(row), draw, newest.response())
                        instanceof Marker.Mark.Points(var points, var right)
                && !right;
    }

    private void finish(AttemptRows.Row row, Saved newest, Draw draw, Instant at) {
        var attempt = row.id();
        rows.submitted(attempt, at);
        draws.keep(attempt, draw);
        if (sittings.unsat(attempt)) {
            events.publishEvent(new Practised(attempt, row.question(), share(row, newest, draw), at));
        } else {
            events.publishEvent(new AttemptSubmitted(
                    attempt, row.question(), draw, newest.response(), sittings.share(attempt), at));
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
        transactions.executeWithoutResult(tx -> attempt.sitting()
                .flatMap(tries::lock)
                .filter(sitting -> sitting.submittedAt().filter(at::equals).isPresent())
                .flatMap(sitting -> rows.lock(attempt))
                .filter(row -> row.submittedAt() == null)
                .ifPresent(row -> {
                    if (last.isEmpty()) {
                        rows.submitted(attempt, at);
                        events.publishEvent(new LeftEmpty(attempt, at));
                    } else {
                        finish(row, last.get(), draw, at);
                    }
                }));
    }

    private boolean askedForCertainty(AttemptId attempt) {
        return sittings.exam(attempt)
                .filter(quiz -> quiz.behaviour() instanceof Quiz.Behaviour.Certain)
                .isPresent();
    }

    public Optional<Attempt> find(UserId who, AttemptId attempt) {
        requireOwner(who, attempt);
        return rows.find(attempt).map(rows::whole);
    }

    /** What was drawn for one's own attempt; nothing before its submission. */
    public Draw draw(UserId who, AttemptId attempt) {
        requireOwner(who, attempt);
        return draws.find(attempt).orElse(Draw.NONE);
    }

    /**
     * What is drawn for one's own attempt, by name, to fill its question: drawn when it is first looked at, and the same from
     * then on. The seed is told by {@link #draw} only.
     */
    public Map<String, String> values(UserId who, AttemptId attempt) {
        requireOwn(who, attempt);
        return rows.find(attempt)
                .map(this::question)
                .or(() -> courses.newest(attempt.course()).flatMap(edition -> offered(edition, attempt)))
                .map(question -> draws.look(attempt, question).values())
                .orElse(Map.of());
    }

    /** The attempt that the learner is at: the newest with a row, or the first before any. */
    public AttemptId current(UserId who, CourseId course, String exercise) {
        return rows.of(who, course).stream()
                .map(AttemptRows.Row::id)
                .filter(id -> id.exercise().equals(exercise))
                .reduce((earlier, later) -> later)
                .orElseGet(() -> new AttemptId(who, course, exercise, 1));
    }

    /** All attempts of a person in a course, by exercise and number. */
    public List<Attempt> of(UserId who, CourseId course) {
        return rows.wholes(course, who);
    }

    /** The next try at a question whose key was not shown; it has no row before its first save. */
    public Optional<AttemptId> next(UserId who, AttemptId attempt) {
        requireOwner(who, attempt);
        return rows.find(attempt).filter(this::leavesATry).map(row -> following(attempt));
    }

    private static AttemptId following(AttemptId attempt) {
        return new AttemptId(attempt.person(), attempt.course(), attempt.exercise(), attempt.number() + 1);
    }

    private boolean leavesATry(AttemptRows.Row row) {
        if (row.id().sitting().isPresent()) {
            return row.submittedAt() != null && sittings.practice(row.id()).isPresent();
        }
        return row.submittedAt() != null
                && question(row).retried()
                && !revealed(row.id().person(), row.id().course(), row.id().exercise())
                && rows.newest(row.id())
                        .filter(saved -> !(Marker.mark(asked(row), Draw.NONE, saved.response())
                                        instanceof Marker.Mark.Points(var points, var right)
                                && right))
                        .isPresent();
    }

    /**
     * Shows the key to the learner, who can't try again after. Needs a submitted attempt.
     *
     * @throws Unanswerable if nothing was submitted
     */
    @Transactional
    public void reveal(UserId who, CourseId course, String exercise) {
        enrolments.require(who, course, Role.STUDENT);
        if (new AttemptId(who, course, exercise, 1).sitting().isPresent()) {
            throw new Unanswerable("with-the-quiz");
        }
        if (rows.of(who, course).stream()
                .noneMatch(row -> row.id().exercise().equals(exercise) && row.submittedAt() != null)) {
            throw new Unanswerable("empty");
        }
        if (!revealed(who, course, exercise)) {
            rows.reveal(who, course, exercise, now());
        }
    }

    public boolean revealed(UserId who, CourseId course, String exercise) {
        return rows.revealed(who, course, exercise);
    }

    /** Holds a run as evidence; begins the attempt where it has no row. Refused after the submission. */
    public Attempt pin(UserId who, AttemptId attempt, RunId run) {
        requireOwn(who, attempt);
        if (!lab.mayRead(who, run)) {
            throw new AccessDeniedException("The run is not this person's to pin");
        }
        begin(attempt);
        return required(transactions.execute(tx -> {
            var row = open(attempt);
            if (rows.pins(attempt).stream().noneMatch(pin -> pin.run().equals(run))) {
                rows.pin(attempt, run, now());
                lab.keep(run);
            }
            return rows.whole(row);
        }));
    }

    @Transactional
    public Attempt unpin(UserId who, AttemptId attempt, RunId run) {
        requireOwn(who, attempt);
        var row = open(attempt);
        if (rows.unpin(attempt, run)) {
            lab.release(run);
        }
        return rows.whole(row);
    }

    private AttemptRows.Row open(AttemptId attempt) {
        return rows.lock(attempt)
                .filter(row -> row.submittedAt() == null && sittings.takes(attempt))
                .orElseThrow(() -> new Unanswerable("submitted"));
    }

    /** Every attempt in a course; asks that {@code who} is its instructor or grader. */
    public List<Attempt> in(UserId who, CourseId course) {
        enrolments.require(who, course, Role.INSTRUCTOR, Role.GRADER);
        return rows.wholes(course, null);
    }

    /** Every attempt of one person in a course; asks as {@link #in(UserId, CourseId)} does. */
    public List<Attempt> in(UserId who, CourseId course, UserId person) {
        enrolments.require(who, course, Role.INSTRUCTOR, Role.GRADER);
        return rows.wholes(course, person);
    }

    /** One attempt of anyone in the course; asks that {@code who} is its instructor or grader. */
    public Attempt review(UserId who, AttemptId attempt) {
        enrolments.require(who, attempt.course(), Role.INSTRUCTOR, Role.GRADER);
        return rows.find(attempt).map(rows::whole).orElseThrow(() -> new IllegalArgumentException("No such attempt"));
    }

    /** What was drawn for an attempt of anyone in the course, by name; asks as {@link #review} does. */
    public Map<String, String> drawn(UserId who, AttemptId attempt) {
        var question = courses.question(review(who, attempt).question());
        return draws.look(attempt, question).values();
    }

    /** Makes the attempt's row where it is missing; it pins the newest edition. Two at once make one. */
    private void begin(AttemptId attempt) {
        if (rows.find(attempt).isPresent()) {
            return;
        }
        var edition = courses.newest(attempt.course()).orElseThrow(() -> new Unanswerable("unknown"));
        if (offered(edition, attempt).isEmpty()) {
            throw new Unanswerable("unknown");
        }
        if (attempt.number() > 1) {
            var before = new AttemptId(attempt.person(), attempt.course(), attempt.exercise(), attempt.number() - 1);
            if (rows.find(before).filter(this::leavesATry).isEmpty()) {
                throw new Unanswerable("no-more-tries");
            }
        }
        try {
            transactions.executeWithoutResult(tx -> rows.begin(attempt, edition.id(), now()));
        } catch (DuplicateKeyException another) {
            // The same first save came twice; the row is there.
        }
    }

    /** The question if a student may begin an answer to it without sitting a quiz. */
    private Optional<Question> offered(Edition edition, AttemptId attempt) {
        if (attempt.sitting().isEmpty()) {
            return edition.exercise(attempt.question());
        }
        return sittings.practice(attempt)
                .filter(quiz -> practisable.may(attempt.person(), edition, attempt.question()))
                .flatMap(quiz -> edition.question(attempt.question()));
    }

    private boolean closed(AttemptId attempt) {
        return revealed(attempt.person(), attempt.course(), attempt.exercise()) || !sittings.takes(attempt);
    }

    private Question question(AttemptRows.Row row) {
        return courses.question(row.question());
    }

    /** As its person sees it. */
    private Question asked(AttemptRows.Row row) {
        var question = question(row);
        return question.filled(draws.look(row.id(), question).values());
    }

    private void requireOwn(UserId who, AttemptId attempt) {
        requireOwner(who, attempt);
        enrolments.require(who, attempt.course(), Role.STUDENT);
    }

    private static void requireOwner(UserId who, AttemptId attempt) {
        if (!who.equals(attempt.person())) {
            throw new AccessDeniedException("Another person's attempt");
        }
    }

    private Instant now() {
        return sittings.now();
    }

    private static <T> T required(@org.jspecify.annotations.Nullable T value) {
        return java.util.Objects.requireNonNull(value);
    }
}
