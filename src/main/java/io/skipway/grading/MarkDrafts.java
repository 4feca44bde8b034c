package io.skipway.grading;

import io.skipway.identity.CourseId;
import io.skipway.identity.UserId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** The one draft that a grader has of a submission's mark, for their own eyes and written over as they type. */
@Repository
public class MarkDrafts {
    private final JdbcClient jdbc;
    private final Graders graders;
    private final Claims claims;
    private final Marks marks;
    private final TransactionOperations transactions;

    MarkDrafts(JdbcClient jdbc, Graders graders, Claims claims, Marks marks, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.graders = graders;
        this.claims = claims;
        this.marks = marks;
        this.transactions = transactions;
    }

    /**
     * Keeps what {@code who} has begun in place of the draft before, whoever else is at the essay.
     *
     * @param seen as {@link Grading#seen} names what it was begun upon; the draft's time names it from then on
     * @throws IllegalArgumentException if a level is none of the rubric's, or the comment or the points are too long to keep
     * @throws ChangedElsewhere if there is another draft or mark by now
     */
    public MarkDraft keep(
            UserId who,
            SubmissionId submission,
            Optional<Instant> seen,
            Map<String, Integer> levels,
            Optional<String> points,
            String comment) {
        Rubrics.sum(graders.essay(who, submission).rubric(), levels);
        Rubrics.requireFit(comment);
        points.ifPresent(Rubrics::requireFit);
        var draft =
                new MarkDraft(Map.copyOf(levels), points, comment, Instant.now().truncatedTo(ChronoUnit.MICROS));
        claims.take(submission, who, draft.at());
        transactions.executeWithoutResult(tx -> {
            requireUnchanged(who, submission, seen);
            put(submission, who, draft);
        });
        return draft;
    }

    /** What {@code who} has begun at a submission of a course that they grade. */
    public Optional<MarkDraft> find(UserId who, SubmissionId submission) {
        graders.submission(who, submission);
        return draft(who, submission);
    }

    /** Needs a transaction, and holds the submission until it ends: nobody changes it in between. */
    void requireUnchanged(UserId who, SubmissionId submission, Optional<Instant> seen) {
        marks.lock(submission);
        if (!seen(who, submission).equals(seen)) {
            throw new ChangedElsewhere(submission);
        }
    }

    Optional<Instant> seen(UserId who, SubmissionId submission) {
        return draft(who, submission)
                .map(MarkDraft::at)
                .or(() -> marks.all(submission).reversed().stream().findFirst().map(Mark::at));
    }

    private Optional<MarkDraft> draft(UserId who, SubmissionId submission) {
        return jdbc.sql("select * from mark_draft where submission = ? and grader = ?")
                .params(submission.value(), who.value())
                .query((row, number) -> new MarkDraft(
                        Marks.levels(row.getString("levels")),
                        Optional.ofNullable(row.getString("points")),
                        row.getString("comment"),
                        row.getObject("saved_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /**
     * Throws one's own draft away; the marks stay.
     *
     * @throws ChangedElsewhere if it is not the draft that was seen
     */
    public void discard(UserId who, SubmissionId submission, Optional<Instant> seen) {
        graders.submission(who, submission);
        transactions.executeWithoutResult(tx -> {
            requireUnchanged(who, submission, seen);
            remove(who, submission);
        });
    }

    void remove(UserId grader, SubmissionId submission) {
        jdbc.sql("delete from mark_draft where submission = ? and grader = ?")
                .params(submission.value(), grader.value())
                .update();
    }

    private void put(SubmissionId submission, UserId grader, MarkDraft draft) {
        var there = write(
                "update mark_draft set levels = :levels, points = :points, comment = :comment, saved_at = :at"
                        + " where submission = :submission and grader = :grader",
                submission,
                grader,
                draft);
        if (there == 0) {
            write(
                    "insert into mark_draft (submission, grader, levels, points, comment, saved_at)"
                            + " values (:submission, :grader, :levels, :points, :comment, :at)",
                    submission,
                    grader,
                    draft);
        }
    }

    private int write(String sql, SubmissionId submission, UserId grader, MarkDraft draft) {
        return jdbc.sql(sql)
                .param("submission", submission.value())
                .param("grader", grader.value())
                .param("levels", Marks.json(draft.levels()))
                .param("points", draft.points().orElse(null))
                .param("comment", draft.comment())
                .param("at", draft.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The submissions of a question of which the grader has a draft. */
    Set<SubmissionId> of(UserId grader, CourseId course, String question) {
        return jdbc
                .sql("select submission from mark_draft join submission on submission.id = mark_draft.submission"
                        + " where grader = ? and course = ? and exercise = ?")
                .params(grader.value(), course.value(), question)
                .query(UUID.class)
                .list()
                .stream()
                .map(SubmissionId::new)
                .collect(Collectors.toSet());
    }
}
