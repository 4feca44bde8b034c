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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            return new QuestionRef(id.course(), edition, id.question());
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

    Optional<Saved> newest(AttemptId id) {
        return saved(id, " order by sequence desc fetch first 1 rows only");
    }

    Optional<Saved> written(AttemptId id, String writeId) {
        return saved(id, " and write_id = ?", writeId);
    }

    private Optional<Saved> saved(AttemptId id, String more, Object... values) {
        return jdbc.sql("select * from response" + ONE + more)
                .params(key(id, values))
                .query(AttemptRows::saved)
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

    /** It goes on; its answers and side versions stay. */
    void reopened(AttemptId id) {
        jdbc.sql("update attempt set submitted_at = null" + ONE).params(key(id)).update();
    }

    /** How many questions of a sitting have an answer, and when the last one came. */
    record Saves(int questions, Instant lastAt) {}

    Map<SittingId, Saves> saves(CourseId course, String quiz) {
        var saves = new HashMap<SittingId, Saves>();
        // From the sittings, which are few and found by their quiz, to the responses by the first of their key.
        jdbc.sql("""
                        select s.person, s.number, count(distinct r.exercise) questions, max(r.saved_at) last_at
                        from sitting s join response r on r.person = s.person and r.course = s.course
                          and r.number = s.number and r.exercise like ?
                        where s.course = ? and s.quiz = ? group by s.person, s.number""").params(quiz + ".%", course.value(), quiz).query(row -> {
            saves.put(
                    new SittingId(new UserId(row.getObject("person", UUID.class)), course, quiz, row.getInt("number")),
                    new Saves(
                            row.getInt("questions"),
                            row.getObject("last_at", OffsetDateTime.class).toInstant()));
        });
        return saves;
    }

    boolean submitted(UserId person, CourseId course, String exercise) {
        return jdbc.sql("select count(*) from attempt where person = ? and course = ? and exercise = ?"
                                + " and submitted_at is not null")
                        .params(person.value(), course.value(), exercise)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    List<Attempt.Pin> pins(AttemptId id) {
        return jdbc.sql("select * from pin" + ONE + " order by pinned_at")
                .params(key(id))
                .query(AttemptRows::pin)
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

    /** Every attempt in a course, or those of one person: three queries, however many there are. */
    List<Attempt> wholes(CourseId course, @Nullable UserId person) {
        var saved = new HashMap<AttemptId, Saved>();
        among(course, person, """
                select * from response r where course = ? and sequence = (
                  select max(sequence) from response
                  where person = r.person and course = r.course and exercise = r.exercise and number = r.number)""", "").query(row -> {
            saved.put(id(row), saved(row, 0));
        });
        var pins = new HashMap<AttemptId, List<Attempt.Pin>>();
        among(course, person, "select * from pin where course = ?", " order by pinned_at")
                .query(row -> {
                    pins.computeIfAbsent(id(row), first -> new ArrayList<>()).add(pin(row, 0));
                });
        return among(course, person, "select * from attempt where course = ?", " order by person, exercise, number")
                .query(AttemptRows::row)
                .list()
                .stream()
                .map(row -> new Attempt(
                        row.id(),
                        row.question(),
                        row.begunAt(),
                        Optional.ofNullable(saved.get(row.id())),
                        Optional.ofNullable(row.submittedAt()),
                        pins.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private JdbcClient.StatementSpec among(CourseId course, @Nullable UserId person, String select, String order) {
        var rows = jdbc.sql(select + (person == null ? "" : " and person = ?") + order)
                .param(course.value());
        return person == null ? rows : rows.param(person.value());
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
                id(row),
                new EditionId(row.getString("edition")),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                submitted == null ? null : submitted.toInstant());
    }

    private static AttemptId id(ResultSet row) throws SQLException {
        return new AttemptId(
                new UserId(row.getObject("person", UUID.class)),
                new CourseId(row.getString("course")),
                row.getString("exercise"),
                row.getInt("number"));
    }

    static Saved saved(ResultSet row, int number) throws SQLException {
        return new Saved(
                row.getLong("sequence"),
                row.getString("write_id"),
                Responses.read(row.getString("body")),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                row.getString("hash"));
    }

    private static Attempt.Pin pin(ResultSet row, int number) throws SQLException {
        return new Attempt.Pin(
                new RunId(row.getObject("run", UUID.class)),
                row.getObject("pinned_at", OffsetDateTime.class).toInstant());
    }
}
