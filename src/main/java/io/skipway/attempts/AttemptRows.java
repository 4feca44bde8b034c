package io.skipway.attempts;

import io.skipway.courseware.EditionId;
import io.skipway.courseware.QuestionRef;
import io.skipway.courseware.Response;
import io.skipway.identity.CourseId;
import io.skipway.identity.UserId;
import io.skipway.lab.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of attempts: one each, and below it responses, side versions and pins that are only ever added. */
@Repository
class AttemptRows {
    private static final String ONE = " where person = ? and course = ? and exercise = ? and number = ?";

    private final JdbcClient jdbc;

    AttemptRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An attempt's own row. */
    record Row(
            AttemptId id,
            EditionId edition,
            Instant begunAt,
            @Nullable Instant submittedAt) {
        QuestionRef question() {
            return new QuestionRef(id.course(), edition, id.exercise());
        }
    }

    void begin(AttemptId id, EditionId edition, Instant at) {
        jdbc.sql("insert into attempt (person, course, exercise, number, edition, begun_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(key(id, edition.hash(), time(at)))
                .update();
    }

    Optional<Row> find(AttemptId id) {
        return one(id, "");
    }

    /** The row, held until the transaction ends: writes of one attempt go one after another. */
    Optional<Row> lock(AttemptId id) {
        return one(id, " for update");
    }

    private Optional<Row> one(AttemptId id, String lock) {
        return jdbc.sql("select * from attempt" + ONE + lock)
                .params(key(id))
                .query(AttemptRows::row)
                .optional();
    }

    List<Row> of(UserId person, CourseId course) {
        return jdbc.sql("select * from attempt where person = ? and course = ? order by exercise, number")
                .params(person.value(), course.value())
                .query(AttemptRows::row)
                .list();
    }

    List<Row> in(CourseId course) {
        return jdbc.sql("select * from attempt where course = ? order by person, exercise, number")
                .param(course.value())
                .query(AttemptRows::row)
                .list();
    }

    Optional<Saved> newest(AttemptId id) {
        return saved(id, " order by sequence desc fetch first 1 rows only");
    }

    Optional<Saved> written(AttemptId id, String writeId) {
        return saved(id, " and write_id = ?", writeId);
    }

    private Optional<Saved> saved(AttemptId id, String more, Object... values) {
        return jdbc.sql("select sequence, write_id, body, hash, saved_at from response" + ONE + more)
                .params(key(id, values))
                .query((row, number) -> new Saved(
                        row.getLong(1),
                        row.getString(2),
                        Responses.read(row.getString(3)),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        row.getString(4)))
                .optional();
    }

    Saved append(AttemptId id, long sequence, String writeId, Response response, Instant at) {
        var body = Responses.text(response);
        var hash = Responses.hash(body);
        jdbc.sql("insert into response (person, course, exercise, number, sequence, write_id, body, hash, saved_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(key(id, sequence, writeId, body, hash, time(at)))
                .update();
        return new Saved(sequence, writeId, response, at, hash);
    }

    /** Keeps a write that did not become current, once. */
    void setAside(AttemptId id, String writeId, long base, Response response, Instant at) {
        var there = jdbc.sql("select count(*) from side_version" + ONE + " and write_id = ?")
                .params(key(id, writeId))
                .query(Integer.class)
                .single();
        if (there == 0) {
            jdbc.sql("insert into side_version (person, course, exercise, number, write_id, base, body, came_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(key(id, writeId, base, Responses.text(response), time(at)))
                    .update();
        }
    }

    List<Response> sideVersions(AttemptId id) {
        return jdbc.sql("select body from side_version" + ONE + " order by came_at")
                .params(key(id))
                .query((row, number) -> Responses.read(row.getString(1)))
                .list();
    }

    void submitted(AttemptId id, Instant at) {
        jdbc.sql("update attempt set submitted_at = ?" + ONE)
                .params(time(at), id.person().value(), id.course().value(), id.exercise(), id.number())
                .update();
    }

    List<Attempt.Pin> pins(AttemptId id) {
        return jdbc.sql("select run, pinned_at from pin" + ONE + " order by pinned_at")
                .params(key(id))
                .query((row, number) -> new Attempt.Pin(
                        new RunId(row.getObject(1, UUID.class)),
                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
    }

    void pin(AttemptId id, RunId run, Instant at) {
        jdbc.sql("insert into pin (person, course, exercise, number, run, pinned_at) values (?, ?, ?, ?, ?, ?)")
                .params(key(id, run.value(), time(at)))
                .update();
    }

    boolean unpin(AttemptId id, RunId run) {
        return jdbc.sql("delete from pin" + ONE + " and run = ?")
                        .params(key(id, run.value()))
                        .update()
                > 0;
    }

    boolean holds(UserId person, RunId run) {
        return jdbc.sql("select count(*) from pin where person = ? and run = ?")
                        .params(person.value(), run.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    boolean revealed(UserId person, CourseId course, String exercise) {
        return jdbc.sql("select count(*) from reveal where person = ? and course = ? and exercise = ?")
                        .params(person.value(), course.value(), exercise)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void reveal(UserId person, CourseId course, String exercise, Instant at) {
        jdbc.sql("insert into reveal (person, course, exercise, revealed_at) values (?, ?, ?, ?)")
                .params(person.value(), course.value(), exercise, time(at))
                .update();
    }

    Attempt whole(Row row) {
        var id = row.id();
        return new Attempt(
                id, row.question(), row.begunAt(), newest(id), Optional.ofNullable(row.submittedAt()), pins(id));
    }

    private static Object[] key(AttemptId id, Object... more) {
        var values =
                new ArrayList<>(List.<Object>of(id.person().value(), id.course().value(), id.exercise(), id.number()));
        values.addAll(List.of(more));
        return values.toArray();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var submitted = row.getObject("submitted_at", OffsetDateTime.class);
        return new Row(
                new AttemptId(
                        new UserId(row.getObject("person", UUID.class)),
                        new CourseId(row.getString("course")),
                        row.getString("exercise"),
                        row.getInt("number")),
                new EditionId(row.getString("edition")),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                submitted == null ? null : submitted.toInstant());
    }
}
