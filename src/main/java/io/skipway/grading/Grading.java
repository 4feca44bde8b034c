package io.skipway.grading;

import io.skipway.attempts.AttemptId;
import io.skipway.attempts.Attempts;
import io.skipway.courseware.QuestionRef;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    private final Graders graders;
    private final Submissions submissions;
    private final Marks marks;
    private final MarkDrafts drafts;
    private final Claims claims;
    private final Attempts attempts;
    private final Enrolments enrolments;
    private final TransactionOperations transactions;

    Grading(
            Graders graders,
            Submissions submissions,
            Marks marks,
            MarkDrafts drafts,
            Claims claims,
            Attempts attempts,
            Enrolments enrolments,
            TransactionOperations transactions) {
        this.graders = graders;
        this.submissions = submissions;
        this.marks = marks;
        this.drafts = drafts;
        this.claims = claims;
        this.attempts = attempts;
        this.enrolments = enrolments;
        this.transactions = transactions;
    }

    /** How the essays of a course stand, by question; asks that {@code who} is its grader. */
    public Map<String, Counts> counts(UserId who, CourseId course) {
        enrolments.require(who, course, Role.GRADER);
        var counts = new HashMap<String, Counts>();
        submissions.in(course).stream()
                .filter(row -> !row.alias().isEmpty())
                .forEach(row -> counts.merge(row.attempt().exercise(), Counts.one(row.mark()), Counts::plus));
        return counts;
    }

    /**
     * The exercises of a course to which essays were submitted (a question, or {@code quiz.question}), each as of the edition that was answered last: the newest
     * edition may have it no more. Asks that {@code who} is a grader of the course.
     */
    public Map<String, QuestionRef> asked(UserId who, CourseId course) {
        enrolments.require(who, course, Role.GRADER);
        var asked = new LinkedHashMap<String, QuestionRef>();
        submissions.in(course).stream()
                .filter(row -> !row.alias().isEmpty())
                .forEach(row -> asked.put(row.attempt().exercise(), row.question()));
        return asked;
    }

    /** The submitted essays of a question by alias, oldest first; asks that {@code who} is a grader of the course. */
    public List<QueueEntry> queue(UserId who, CourseId course, String question) {
        enrolments.require(who, course, Role.GRADER);
        var held = claims.living(course, question, now());
        var begun = drafts.of(who, course, question);
        return submissions.essays(course, question).stream()
                .map(row -> new QueueEntry(
                        row.id(),
                        row.alias(),
                        row.submittedAt(),
                        row.mark(),
                        claim(held.get(row.id()), who),
                        begun.contains(row.id())))
                .toList();
    }

    private static QueueEntry.Claim claim(@org.jspecify.annotations.Nullable UserId holder, UserId who) {
        if (holder == null) {
            return QueueEntry.Claim.NOBODY;
        }
        return holder.equals(who) ? QueueEntry.Claim.ME : QueueEntry.Claim.ANOTHER;
    }

    /** One submitted essay with its text and pins; asks that {@code who} is a grader of its course. */
    public Submission submission(UserId who, SubmissionId submission) {
        var row = graders.submission(who, submission);
        var attempt = attempts.review(who, row.attempt());
        return new Submission(
                row.id(),
                row.alias(),
                row.question(),
                attempt.newest().orElseThrow().response().answered(),
                row.submittedAt(),
                attempt.pins(),
                row.mark());
    }

    /** Holds a submission for {@code who} for a quarter of an hour; false if another grader does. */
    public boolean claim(UserId who, SubmissionId submission) {
        graders.submission(who, submission);
        return claims.take(submission, who, now());
    }

    /** Gives back one's own claim before it ends. */
    public void leave(UserId who, SubmissionId submission) {
        graders.submission(who, submission);
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

    /** Names what a grader sees of a submission: their draft, or the newest mark. They give it back with every change. */
    public Optional<Instant> seen(UserId who, SubmissionId submission) {
        graders.submission(who, submission);
        return drafts.seen(who, submission);
    }

    /**
     * Sets a grader's mark, in place of their own that was not released, and of their draft. The newest counts; the student
     * sees it once it is released. {@code levels} has an index for each criterion of the question's rubric; {@code points} is
     * their sum unless the grader gives another from 0 to the question's points.
     *
     * @param seen what it was set upon; the mark's time names it from then on
     * @throws IllegalArgumentException if the rubric of the submission's edition does not allow it
     * @throws ClaimedByAnother if another grader is at it
     * @throws ChangedElsewhere if there is another draft or mark by now
     */
    public Mark mark(
            UserId who,
            SubmissionId submission,
            Optional<Instant> seen,
            Map<String, Integer> levels,
            Optional<BigDecimal> points,
            String comment) {
        var essay = graders.essay(who, submission);
        var worth = Rubrics.points(essay, levels, points);
        Rubrics.requireFit(comment);
        if (!claims.take(submission, who, now())) {
            throw new ClaimedByAnother(submission);
        }
        var mark = new Mark(worth, essay.points(), points.isPresent(), Map.copyOf(levels), comment, false, now());
        transactions.executeWithoutResult(tx -> {
            drafts.requireUnchanged(who, submission, seen);
            marks.put(submission, Optional.of(who), mark);
            drafts.remove(who, submission);
        });
        return mark;
    }

    /** Every mark of a submission, oldest first; asks that {@code who} is a grader of its course. */
    public List<Mark> history(UserId who, SubmissionId submission) {
        graders.submission(who, submission);
        return marks.all(submission);
    }

    /**
     * Lets the student see the newest mark. What was released before stays in the history.
     *
     * @throws IllegalArgumentException if there is no mark yet
     * @throws ChangedElsewhere if it is not the mark that was seen
     */
    @Transactional
    public void release(UserId who, SubmissionId submission, Optional<Instant> seen) {
        if (graders.submission(who, submission).mark().isEmpty()) {
            throw new IllegalArgumentException("Not marked yet: " + submission);
        }
        drafts.requireUnchanged(who, submission, seen);
        marks.release(submission, who, now());
    }

    /** Releases every marked submission of a question, and says how many; those without a mark stay as they are. */
    @Transactional
    public int releaseAll(UserId who, CourseId course, String question) {
        enrolments.require(who, course, Role.GRADER);
        var hidden = submissions.essays(course, question).stream()
                .filter(row -> row.mark().filter(mark -> !mark.released()).isPresent())
                .toList();
        hidden.forEach(row -> marks.release(row.id(), who, now()));
        return hidden.size();
    }

    /** The mark of one's own attempt that was released last. */
    public Optional<Mark> released(UserId who, AttemptId attempt) {
        if (!who.equals(attempt.person())) {
            throw new AccessDeniedException("Another person's mark");
        }
        return submissions.released(attempt);
    }

    /** The newest marks by attempt, released or not; asks that {@code who} is an instructor or grader of the course. */
    public Map<AttemptId, Mark> marks(UserId who, CourseId course) {
        enrolments.require(who, course, Role.INSTRUCTOR, Role.GRADER);
        var byAttempt = new HashMap<AttemptId, Mark>();
        submissions.in(course).forEach(row -> row.mark().ifPresent(mark -> byAttempt.put(row.attempt(), mark)));
        return byAttempt;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
