package io.skipway.attempts;

import io.skipway.courseware.Courses;
import io.skipway.courseware.Draw;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Marker;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private final OpenSittings sittings;
    private final SittingRows tries;
    private final Finishing finishing;
    private final Practisable practisable;
    private final Courses courses;
    private final Enrolments enrolments;
    private final Lab lab;
    private final TransactionOperations transactions;

    Attempts(
            AttemptRows rows,
            Draws draws,
            OpenSittings sittings,
            SittingRows tries,
            Finishing finishing,
            Practisable practisable,
            Courses courses,
            Enrolments enrolments,
            Lab lab,
            TransactionOperations transactions) {
        this.rows = rows;
        this.draws = draws;
        this.sittings = sittings;
        this.tries = tries;
        this.finishing = finishing;
        this.practisable = practisable;
        this.courses = courses;
        this.enrolments = enrolments;
        this.lab = lab;
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
        return Objects.requireNonNull(transactions.execute(tx -> append(attempt, base, writeId, response)));
    }

    private Outcome append(AttemptId attempt, long base, String writeId, Response response) {
        // Who ends the sitting meanwhile comes before or after, and marks what was acknowledged.
        var sitting = attempt.sitting().flatMap(tries::lock);
        var row = rows.lock(attempt).orElseThrow();
        if (response instanceof Response.Certain != askedForCertainty(sitting)) {
            throw new Unanswerable("unfit");
        }
        Answers.check(draws.asked(row.id(), question(row)), response.answered());
        var again = rows.written(attempt, writeId);
        if (again.isPresent()) {
            return new Outcome.Accepted(again.get());
        }
        var newest = rows.newest(attempt);
        if (row.submittedAt() != null || finishing.closed(attempt, sitting)) {
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
        return finishing.submit(attempt, base);
    }

    private boolean askedForCertainty(Optional<Sitting> sitting) {
        return sitting.map(sittings::quiz)
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
                        .filter(saved ->
                                !(Marker.mark(draws.asked(row.id(), question(row)), Draw.NONE, saved.response())
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
        return Objects.requireNonNull(transactions.execute(tx -> {
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

    private Question question(AttemptRows.Row row) {
        return courses.question(row.question());
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
}
