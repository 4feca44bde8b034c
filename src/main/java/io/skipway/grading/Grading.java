package io.skipway.grading;

import io.skipway.attempts.AttemptId;
import io.skipway.attempts.Attempts;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Question;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Marks of the machine at the submission, marks of people, and their release. */
@Service
public class Grading {
    private final Submissions submissions;
    private final Marks marks;
    private final Claims claims;
    private final Attempts attempts;
    private final Courses courses;
    private final Enrolments enrolments;
    private final TransactionOperations transactions;

    Grading(
            Submissions submissions,
            Marks marks,
            Claims claims,
            Attempts attempts,
            Courses courses,
            Enrolments enrolments,
            TransactionOperations transactions) {
        this.submissions = submissions;
        this.marks = marks;
        this.claims = claims;
        this.attempts = attempts;
        this.courses = courses;
        this.enrolments = enrolments;
        this.transactions = transactions;
    }

    /** How the essays of a course stand, by question; asks that {@code who} is its grader. */
    public Map<String, Counts> counts(UserId who, CourseId course) {
        enrolments.require(who, course, Role.GRADER);
        var counts = new HashMap<String, Counts>();
        submissions.in(course).stream()
                .filter(row -> !row.alias().isEmpty())
                .forEach(row -> counts.merge(row.attempt().exercise(), count(row), Grading::sum));
        return counts;
    }

    private static Counts count(Submissions.Row row) {
        return row.mark()
                .map(mark -> mark.released() ? new Counts(0, 0, 1) : new Counts(0, 1, 0))
                .orElse(new Counts(1, 0, 0));
    }

    private static Counts sum(Counts one, Counts other) {
        return new Counts(
                one.waiting() + other.waiting(), one.marked() + other.marked(), one.released() + other.released());
    }

    /** The submitted essays of a question by alias, oldest first; asks that {@code who} is a grader of the course. */
    public List<QueueEntry> queue(UserId who, CourseId course, String question) {
        enrolments.require(who, course, Role.GRADER);
        var held = claims.living(course, question, now());
        return submissions.essays(course, question).stream()
                .map(row -> new QueueEntry(
                        row.id(), row.alias(), row.submittedAt(), row.mark(), claim(held.get(row.id()), who)))
                .toList();
    }

    private static QueueEntry.Claim claim(@org.jspecify.annotations.Nullable UserId holder, UserId who) {
        if (holder == null) {
            return QueueEntry.Claim.NOBODY;
        }
        return holder.equals(who) ? QueueEntry.Claim.ME : QueueEntry.Claim.ANOTHER;
    }

    /** The submitted essays of a question, oldest first; asks that {@code who} is a grader of the course. */
    public List<Submission> submissions(UserId who, CourseId course, String question) {
        enrolments.require(who, course, Role.GRADER);
        return submissions.essays(course, question).stream()
                .map(row -> whole(who, row))
                .toList();
    }

    /** One submitted essay with its text and pins; asks that {@code who} is a grader of its course. */
    public Submission submission(UserId who, SubmissionId submission) {
        return whole(who, graded(who, submission));
    }

    private Submission whole(UserId who, Submissions.Row row) {
        var attempt = attempts.review(who, row.attempt());
        return new Submission(
                row.id(),
                row.alias(),
                row.question(),
                attempt.newest().orElseThrow().response(),
                row.submittedAt(),
                attempt.pins(),
                row.mark());
    }

    /** Holds a submission for {@code who} for a quarter of an hour; false if another grader does. */
    public boolean claim(UserId who, SubmissionId submission) {
        graded(who, submission);
        return claims.take(submission, who, now());
    }

    /** Gives back one's own claim before it ends. */
    public void leave(UserId who, SubmissionId submission) {
        graded(who, submission);
        claims.leave(submission, who);
    }

    /** Claims the next essay in the queue that waits for a mark and that nobody else is at, after the given one and around. */
    public Optional<SubmissionId> next(UserId who, CourseId course, String question, Optional<SubmissionId> after) {
        var queue = queue(who, course, question);
        int start = after.map(id -> queue.stream().map(QueueEntry::id).toList().indexOf(id))
                .orElse(-1);
        for (int i = 1; i <= queue.size(); i++) {
            var entry = queue.get((start + i) % queue.size());
            var other = after.filter(entry.id()::equals).isEmpty();
            if (other && entry.mark().isEmpty() && claims.take(entry.id(), who, now())) {
                return Optional.of(entry.id());
            }
        }
        return Optional.empty();
    }

    /**
     * Sets a grader's mark; the newest counts, all are kept. {@code levels} has an index for each criterion of the
     * question's rubric; {@code points} is their sum unless the grader gives another from 0 to the question's points.
     *
     * @throws IllegalArgumentException if the rubric of the submission's edition does not allow it
     * @throws ClaimedByAnother if another grader is at it
     */
    public Mark mark(
            UserId who,
            SubmissionId submission,
            Map<String, Integer> levels,
            Optional<BigDecimal> points,
            String comment) {
        var row = graded(who, submission);
        if (!(courses.question(row.question()) instanceof Question.Essay essay)) {
            throw new IllegalArgumentException("No essay: " + submission);
        }
        var worth = Rubrics.points(essay, levels, points);
        if (comment.length() > Rubrics.LONGEST_COMMENT) {
            throw new IllegalArgumentException("The comment is longer than " + Rubrics.LONGEST_COMMENT);
        }
        if (!claims.take(submission, who, now())) {
            throw new ClaimedByAnother(submission);
        }
        var released = row.mark().filter(Mark::released).isPresent();
        var mark = new Mark(worth, essay.points(), Map.copyOf(levels), comment, released, now());
        transactions.executeWithoutResult(tx -> marks.add(submission, Optional.of(who), mark));
        return mark;
    }

    /** Every mark of a submission, oldest first; asks that {@code who} is a grader of its course. */
    public List<Mark> history(UserId who, SubmissionId submission) {
        graded(who, submission);
        return marks.all(submission);
    }

    /**
     * Lets the student see the mark. A changed mark of a released submission is seen at once.
     *
     * @throws IllegalArgumentException if there is no mark yet
     */
    @Transactional
    public void release(UserId who, SubmissionId submission) {
        if (graded(who, submission).mark().isEmpty()) {
            throw new IllegalArgumentException("Not marked yet: " + submission);
        }
        marks.release(submission, Optional.of(who), now());
    }

    /** Releases every marked submission of a question, and says how many; those without a mark stay as they are. */
    @Transactional
    public int releaseAll(UserId who, CourseId course, String question) {
        enrolments.require(who, course, Role.GRADER);
        var hidden = submissions.essays(course, question).stream()
                .filter(row -> row.mark().filter(mark -> !mark.released()).isPresent())
                .toList();
        hidden.forEach(row -> marks.release(row.id(), Optional.of(who), now()));
        return hidden.size();
    }

    /** The released mark of one's own attempt. */
    public Optional<Mark> released(UserId who, AttemptId attempt) {
        if (!who.equals(attempt.person())) {
            throw new AccessDeniedException("Another person's mark");
        }
        return submissions.ofAttempt(attempt).flatMap(Submissions.Row::mark).filter(Mark::released);
    }

    /** Marks by attempt, released or not; asks that {@code who} is an instructor or grader of the course. */
    public Map<AttemptId, Mark> marks(UserId who, CourseId course) {
        enrolments.require(who, course, Role.INSTRUCTOR, Role.GRADER);
        var byAttempt = new HashMap<AttemptId, Mark>();
        submissions.in(course).forEach(row -> row.mark().ifPresent(mark -> byAttempt.put(row.attempt(), mark)));
        return byAttempt;
    }

    /** A submission of a course that {@code who} grades; to all others there is none. */
    private Submissions.Row graded(UserId who, SubmissionId submission) {
        var row = submissions
                .find(submission)
                .filter(found -> !found.alias().isEmpty())
                .orElseThrow(() -> new AccessDeniedException("No right to submission " + submission));
        enrolments.require(who, row.attempt().course(), Role.GRADER);
        return row;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
