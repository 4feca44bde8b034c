package io.skipway.grading;

import io.skipway.attempts.AttemptId;
import io.skipway.attempts.SittingId;
import io.skipway.courseware.EditionId;
import io.skipway.courseware.QuestionRef;
import io.skipway.identity.CourseId;
import io.skipway.identity.UserId;
import io.skipway.lab.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of what was submitted, and the runs that were pinned to it. */
@Repository
class Submissions {
    /** Each with its newest mark. */
    private static final String WITH_MARK = """
            select submission.*, mark.* from submission
            left join mark on mark.submission = submission.id and mark.sequence =
              (select max(sequence) from mark newest where newest.submission = submission.id)
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate savepoint;

    Submissions(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * A submission's row with the mark that counts: none that is older than what was submitted. {@code alias} is empty where
     * the machine marks.
     */
    record Row(
            SubmissionId id,
            AttemptId attempt,
            QuestionRef question,
            String alias,
            Instant submittedAt,
            Optional<Mark> mark) {}

    SubmissionId add(AttemptId attempt, QuestionRef question, Instant at) {
        var id = new SubmissionId(UUID.randomUUID());
        insert(id, attempt, question, null, at);
        return id;
    }

    /**
     * Adds one that people mark. Two at once may draw the same alias: the second then draws again from a savepoint, since
     * PostgreSQL ends a transaction with a failed statement.
     */
    SubmissionId addWithAlias(AttemptId attempt, QuestionRef question, Instant at) {
        var id = new SubmissionId(UUID.randomUUID());
        var taken = new HashSet<String>();
        while (true) {
            taken.addAll(aliases(attempt.course(), attempt.exercise()));
            var alias = Aliases.draw(taken);
            try {
                savepoint.executeWithoutResult(tx -> insert(id, attempt, question, alias, at));
                return id;
            } catch (DuplicateKeyException drawnTwice) {
                if (ofAttempt(attempt).isPresent()) {
                    throw drawnTwice;
                }
                taken.add(alias);
            }
        }
    }

    private List<String> aliases(CourseId course, String question) {
        return jdbc.sql("select alias from submission where course = ? and exercise = ? and alias is not null")
                .params(course.value(), question)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private void insert(SubmissionId id, AttemptId attempt, QuestionRef question, @Nullable String alias, Instant at) {
        jdbc.sql("insert into submission (id, person, course, exercise, number, edition, alias, submitted_at)"
                        + " values (:id, :person, :course, :exercise, :number, :edition, :alias, :at)")
                .param("id", id.value())
                .param("person", attempt.person().value())
                .param("course", attempt.course().value())
                .param("exercise", attempt.exercise())
                .param("number", attempt.number())
                .param("edition", question.edition().hash())
                .param("alias", alias)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** It was reopened and is another answer now; a person's mark of what it was counts no more. */
    void again(SubmissionId id, Instant at) {
        jdbc.sql("update submission set submitted_at = ? where id = ?")
                .params(at.atOffset(ZoneOffset.UTC), id.value())
                .update();
    }

    /** The runs that were pinned; again, where something was reopened, in place of those before. */
    void addEvidence(SubmissionId submission, Collection<RunId> runs) {
        jdbc.sql("delete from evidence where submission = ?")
                .param(submission.value())
                .update();
        runs.forEach(run -> jdbc.sql("insert into evidence (submission, run) values (?, ?)")
                .params(submission.value(), run.value())
                .update());
    }

    /** The runs that stand beside it. */
    Set<RunId> evidence(SubmissionId submission) {
        return Set.copyOf(jdbc.sql("select run from evidence where submission = ?")
                .param(submission.value())
                .query((row, number) -> new RunId(row.getObject("run", UUID.class)))
                .list());
    }

    /** The courses in which the run was pinned to something submitted. */
    List<CourseId> coursesWithEvidence(RunId run) {
        return jdbc
                .sql("select distinct course from evidence join submission on submission.id = evidence.submission"
                        + " where run = ?")
                .param(run.value())
                .query(String.class)
                .list()
                .stream()
                .map(CourseId::new)
                .toList();
    }

    Optional<Row> find(SubmissionId id) {
        return jdbc.sql(WITH_MARK + "where submission.id = ?")
                .param(id.value())
                .query(Submissions::row)
                .optional();
    }

    Optional<Row> ofAttempt(AttemptId attempt) {
        return jdbc.sql(WITH_MARK + "where person = ? and course = ? and exercise = ? and number = ?")
                .params(attempt.person().value(), attempt.course().value(), attempt.exercise(), attempt.number())
                .query(Submissions::row)
                .optional();
    }

    List<Row> in(CourseId course) {
        return jdbc.sql(WITH_MARK + "where course = ? order by submitted_at, alias")
                .param(course.value())
                .query(Submissions::row)
                .list();
    }

    /** Those of the answers of a quiz. */
    List<Row> in(CourseId course, String quiz) {
        return jdbc.sql(WITH_MARK + "where course = ? and exercise like ? order by submitted_at, alias")
                .params(course.value(), quiz + ".%")
                .query(Submissions::row)
                .list();
    }

    /** The mark that its author sees: the newest of those that are released. */
    Optional<Mark> released(AttemptId attempt) {
        return jdbc.sql("""
                        select mark.* from mark join submission on submission.id = mark.submission
                        where person = ? and course = ? and exercise = ? and number = ? and released_at is not null
                          and marked_at >= submitted_at
                        order by sequence desc fetch first 1 row only""")
                .params(attempt.person().value(), attempt.course().value(), attempt.exercise(), attempt.number())
                .query((row, number) -> Marks.mark(row))
                .optional();
    }

    /** How many answers of a sitting have no mark that is released. */
    int waiting(SittingId sitting) {
        return jdbc.sql("""
                        select count(*) from submission where person = ? and course = ? and number = ?
                          and exercise like ? and not exists (select 1 from mark
                            where mark.submission = submission.id and marked_at >= submitted_at
                              and released_at is not null)""")
                .params(sitting.person().value(), sitting.course().value(), sitting.number(), sitting.quiz() + ".%")
                .query(Integer.class)
                .single();
    }

    /** What people mark, oldest first. */
    List<Row> essays(CourseId course, String question) {
        return jdbc.sql(WITH_MARK
                        + "where course = ? and exercise = ? and alias is not null order by submitted_at, alias")
                .params(course.value(), question)
                .query(Submissions::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var course = new CourseId(row.getString("course"));
        var exercise = row.getString("exercise");
        var alias = row.getString("alias");
        var submittedAt = row.getObject("submitted_at", OffsetDateTime.class).toInstant();
        var attempt =
                new AttemptId(new UserId(row.getObject("person", UUID.class)), course, exercise, row.getInt("number"));
        return new Row(
                new SubmissionId(row.getObject("id", UUID.class)),
                attempt,
                new QuestionRef(course, new EditionId(row.getString("edition")), attempt.question()),
                alias == null ? "" : alias,
                submittedAt,
                row.getObject("sequence") == null
                        ? Optional.empty()
                        : Optional.of(Marks.mark(row)).filter(mark -> !mark.at().isBefore(submittedAt)));
    }
}
