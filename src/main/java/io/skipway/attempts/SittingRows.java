package io.skipway.attempts;

import io.skipway.courseware.EditionId;
import io.skipway.identity.CourseId;
import io.skipway.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of sittings, their flags and their missed tries. */
@Repository
class SittingRows {
    private static final String ONE = " where person = ? and course = ? and quiz = ? and number = ?";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    SittingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(SittingId id, EditionId edition, List<Sitting.Item> plan, Instant at, Optional<Instant> end) {
        jdbc.sql(
                        "insert into sitting (person, course, quiz, number, edition, plan, begun_at, ends_at, section, seen_at)"
                                + " values (:person, :course, :quiz, :number, :edition, :plan, :at, :end, 0, :at)")
                .param("person", id.person().value())
                .param("course", id.course().value())
                .param("quiz", id.quiz())
                .param("number", id.number())
                .param("edition", edition.hash())
                .param("plan", JSON.writeValueAsString(plan))
                .param("at", time(at))
                .param("end", end.map(SittingRows::time).orElse(null))
                .update();
    }

    Optional<Sitting> find(SittingId id) {
        return one(id, "");
    }

    /** The row, held until the transaction ends. */
    Optional<Sitting> lock(SittingId id) {
        return one(id, " for update");
    }

    private Optional<Sitting> one(SittingId id, String lock) {
        return jdbc.sql("select * from sitting" + ONE + lock)
                .params(key(id))
                .query(SittingRows::sitting)
                .optional();
    }

    List<Sitting> of(UserId person, CourseId course) {
        return jdbc.sql("select * from sitting where person = ? and course = ? order by quiz, number")
                .params(person.value(), course.value())
                .query(SittingRows::sitting)
                .list();
    }

    List<Sitting> in(CourseId course, String quiz) {
        return jdbc.sql("select * from sitting where course = ? and quiz = ? order by begun_at, person")
                .params(course.value(), quiz)
                .query(SittingRows::sitting)
                .list();
    }

    /** Those whose deadline is over; whether their grace is too, the caller looks. */
    List<SittingId> due(Instant now) {
        return jdbc.sql("select person, course, quiz, number from sitting where submitted_at is null and ends_at <= ?"
                        + " order by ends_at")
                .param(time(now))
                .query((row, number) -> id(row))
                .list();
    }

    List<SittingId> unsettled() {
        return jdbc.sql("select person, course, quiz, number from sitting"
                        + " where settled_at is null and submitted_at is not null order by submitted_at")
                .query((row, number) -> id(row))
                .list();
    }

    /** Whether someone still sits it. */
    boolean going(CourseId course, String quiz) {
        return jdbc.sql("select count(*) from sitting where course = ? and quiz = ? and submitted_at is null")
                        .params(course.value(), quiz)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void ends(SittingId id, Optional<Instant> end) {
        jdbc.sql("update sitting set ends_at = ?" + ONE)
                .params(before(end.map(SittingRows::time).orElse(null), id))
                .update();
    }

    void seen(SittingId id, Instant at) {
        jdbc.sql("update sitting set seen_at = ?" + ONE)
                .params(before(time(at), id))
                .update();
    }

    void section(SittingId id, int section) {
        jdbc.sql("update sitting set section = ?" + ONE)
                .params(before(section, id))
                .update();
    }

    /** Ends it, once; whoever comes second finds it done. */
    boolean submitted(SittingId id, Instant at, Sitting.EndedBy by) {
        return jdbc.sql("update sitting set submitted_at = ?, ended_by = ?" + ONE + " and submitted_at is null")
                        .params(
                                time(at),
                                by.name(),
                                id.person().value(),
                                id.course().value(),
                                id.quiz(),
                                id.number())
                        .update()
                > 0;
    }

    /** Ends it at a deadline, unless that was moved meanwhile. */
    boolean due(SittingId id, Instant end) {
        return jdbc.sql("update sitting set submitted_at = ?, ended_by = ?" + ONE
                                + " and submitted_at is null and ends_at = ?")
                        .params(
                                time(end),
                                Sitting.EndedBy.SERVER.name(),
                                id.person().value(),
                                id.course().value(),
                                id.quiz(),
                                id.number(),
                                time(end))
                        .update()
                > 0;
    }

    /** All of it is marked as it ended then; what was reopened meanwhile has another end, or none. */
    void settled(SittingId id, Instant end, Instant at) {
        jdbc.sql("update sitting set settled_at = ?" + ONE + " and submitted_at = ?")
                .params(time(at), id.person().value(), id.course().value(), id.quiz(), id.number(), time(end))
                .update();
    }

    void reopened(SittingId id) {
        jdbc.sql("update sitting set submitted_at = null, ended_by = null, settled_at = null, section = 0" + ONE)
                .params(key(id))
                .update();
    }

    Set<String> flags(SittingId id) {
        return new HashSet<>(jdbc.sql("select question from sitting_flag" + ONE)
                .params(key(id))
                .query((row, number) -> row.getString("question"))
                .list());
    }

    void flag(SittingId id, String question, boolean on) {
        jdbc.sql("delete from sitting_flag" + ONE + " and question = ?")
                .params(key(id, question))
                .update();
        if (on) {
            jdbc.sql("insert into sitting_flag (person, course, quiz, number, question) values (?, ?, ?, ?, ?)")
                    .params(key(id, question))
                    .update();
        }
    }

    /** The sequences of an attempt that were checked and missed, oldest first. */
    List<Long> missed(AttemptId attempt) {
        return jdbc.sql(
                        "select sequence from missed_try where person = ? and course = ? and exercise = ? and number = ?"
                                + " order by sequence")
                .params(attempt.person().value(), attempt.course().value(), attempt.exercise(), attempt.number())
                .query((row, number) -> row.getLong("sequence"))
                .list();
    }

    void miss(AttemptId attempt, long sequence, Instant at) {
        jdbc.sql("insert into missed_try (person, course, exercise, number, sequence, at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        attempt.person().value(),
                        attempt.course().value(),
                        attempt.exercise(),
                        attempt.number(),
                        sequence,
                        time(at))
                .update();
    }

    private static Object[] key(SittingId id, Object... more) {
        var values =
                new ArrayList<>(List.<Object>of(id.person().value(), id.course().value(), id.quiz(), id.number()));
        values.addAll(List.of(more));
        return values.toArray();
    }

    private static List<@Nullable Object> before(@Nullable Object value, SittingId id) {
        var values = new ArrayList<@Nullable Object>();
        values.add(value);
        values.addAll(List.of(key(id)));
        return values;
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static SittingId id(ResultSet row) throws SQLException {
        return new SittingId(
                new UserId(row.getObject("person", UUID.class)),
                new CourseId(row.getString("course")),
                row.getString("quiz"),
                row.getInt("number"));
    }

    private static Sitting sitting(ResultSet row, int number) throws SQLException {
        List<Sitting.Item> plan = JSON.readValue(row.getString("plan"), new TypeReference<List<Sitting.Item>>() {});
        return new Sitting(
                id(row),
                new EditionId(row.getString("edition")),
                plan,
                instant(row, "begun_at").orElseThrow(),
                instant(row, "ends_at"),
                row.getInt("section"),
                instant(row, "seen_at").orElseThrow(),
                instant(row, "submitted_at"),
                Optional.ofNullable(row.getString("ended_by")).map(Sitting.EndedBy::valueOf),
                row.getObject("settled_at") != null);
    }
}
