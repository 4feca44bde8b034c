package io.skipway.attempts;

import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What was written for attempts over time: to its author as receipts, to who teaches or grades as the whole history. */
@Service
public class Histories {
    private static final String ONE = " where person = ? and course = ? and exercise = ? and number = ?";

    private final JdbcClient jdbc;
    private final AttemptRows rows;
    private final Enrolments enrolments;

    Histories(JdbcClient jdbc, AttemptRows rows, Enrolments enrolments) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.enrolments = enrolments;
    }

    /** Hands over one's own receipts of a course one by one, by exercise, try and sequence: there may be thousands. */
    public void receipts(UserId who, CourseId course, Consumer<Receipt> taker) {
        jdbc.sql("""
                        select r.*, case when a.submitted_at is not null and r.sequence =
                          (select max(sequence) from response n where n.person = r.person and n.course = r.course
                            and n.exercise = r.exercise and n.number = r.number) then true else false end as submitted
                        from response r
                        join attempt a on a.person = r.person and a.course = r.course
                          and a.exercise = r.exercise and a.number = r.number
                        where r.person = ? and r.course = ? order by r.exercise, r.number, r.sequence""").params(who.value(), course.value()).query(row -> {
            taker.accept(receipt(row));
        });
    }

    /** How far one's own attempts in a course have come, without what stands in them: asked often. */
    public List<Newest> newest(UserId who, CourseId course) {
        return jdbc.sql("""
                        select a.exercise, a.number, a.submitted_at,
                          (select coalesce(max(r.sequence), 0) from response r where r.person = a.person
                            and r.course = a.course and r.exercise = a.exercise and r.number = a.number) newest
                        from attempt a where a.person = ? and a.course = ?""")
                .params(who.value(), course.value())
                .query((row, number) -> new Newest(
                        new AttemptId(who, course, row.getString("exercise"), row.getInt("number")),
                        row.getLong("newest"),
                        row.getObject("submitted_at") != null))
                .list();
    }

    /**
     * The history of an attempt; asks that {@code who} is an instructor or grader of its course. A text that was refused as
     * stale and taken when it came again stands among the saved ones only.
     *
     * @throws IllegalArgumentException if there is no such attempt
     */
    public History of(UserId who, AttemptId attempt) {
        enrolments.require(who, attempt.course(), Role.INSTRUCTOR, Role.GRADER);
        var row = rows.find(attempt).orElseThrow(() -> new IllegalArgumentException("No such attempt"));
        var key =
                new Object[] {attempt.person().value(), attempt.course().value(), attempt.exercise(), attempt.number()};
        var saved = jdbc.sql("select * from response" + ONE + " order by sequence")
                .params(key)
                .query(AttemptRows::saved)
                .list();
        var closed = closed(row);
        var aside = jdbc.sql("select * from side_version s" + ONE
                        + " and not exists (select 1 from response r where r.person = s.person and r.course = s.course"
                        + " and r.exercise = s.exercise and r.number = s.number and r.write_id = s.write_id)"
                        + " order by came_at")
                .params(key)
                .query((result, number) -> aside(result, closed))
                .list();
        return new History(saved, aside, Optional.ofNullable(row.submittedAt()));
    }

    /** From when nothing more was taken: the submission, or the showing of the key. */
    private Optional<Instant> closed(AttemptRows.Row row) {
        var revealed = jdbc.sql("select revealed_at from reveal where person = ? and course = ? and exercise = ?")
                .params(
                        row.id().person().value(),
                        row.id().course().value(),
                        row.id().exercise())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
        return Stream.<@Nullable Instant>of(row.submittedAt(), revealed)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .min(Instant::compareTo);
    }

    private static History.Aside aside(ResultSet row, Optional<Instant> closed) throws SQLException {
        var body = row.getString("body");
        var at = row.getObject("came_at", OffsetDateTime.class).toInstant();
        return new History.Aside(
                row.getLong("base"),
                Responses.read(body),
                at,
                Responses.hash(body),
                closed.filter(end -> !at.isBefore(end)).isPresent());
    }

    private static Receipt receipt(ResultSet row) throws SQLException {
        return new Receipt(
                row.getString("exercise"),
                row.getInt("number"),
                row.getLong("sequence"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                row.getString("hash"),
                row.getString("body"),
                row.getBoolean("submitted"));
    }
}
