package io.skipway.attempts;

import io.skipway.identity.CourseId;
import io.skipway.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of what teachers granted, did and said about quizzes; they are only ever added. */
@Repository
class GrantRows {
    private final JdbcClient jdbc;

    GrantRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void accommodate(CourseId course, String quiz, UserId person, Accommodation rules, UserId by, Instant at) {
        jdbc.sql("""
                        insert into accommodation (id, person, course, quiz, minutes, opens_at, closes_at, attempts,
                          granted_by, granted_at)
                        values (:id, :person, :course, :quiz, :minutes, :opens, :closes, :attempts, :by, :at)""")
                .param("id", UUID.randomUUID())
                .param("person", person.value())
                .param("course", course.value())
                .param("quiz", quiz)
                .param("minutes", rules.limit().map(Duration::toMinutes).orElse(null))
                .param("opens", rules.opens().map(SittingRows::time).orElse(null))
                .param("closes", rules.closes().map(SittingRows::time).orElse(null))
                .param(
                        "attempts",
                        rules.attempts().isPresent() ? rules.attempts().getAsInt() : null)
                .param("by", by.value())
                .param("at", SittingRows.time(at))
                .update();
    }

    Accommodation accommodation(CourseId course, String quiz, UserId person) {
        return jdbc.sql("select * from accommodation where course = ? and quiz = ? and person = ?"
                        + " order by granted_at desc fetch first 1 rows only")
                .params(course.value(), quiz, person.value())
                .query((row, number) -> rules(row))
                .optional()
                .orElse(Accommodation.NONE);
    }

    /** The newest of each person. */
    Map<UserId, Accommodation> accommodations(CourseId course, String quiz) {
        var newest = new LinkedHashMap<UserId, Accommodation>();
        jdbc.sql("select * from accommodation where course = ? and quiz = ? order by granted_at")
                .params(course.value(), quiz)
                .query(row -> {
                    newest.put(new UserId(row.getObject("person", UUID.class)), rules(row));
                });
        newest.values().removeIf(Accommodation.NONE::equals);
        return newest;
    }

    void event(SittingId sitting, Invigilation.Kind kind, Duration given, UserId by, Instant at) {
        jdbc.sql("""
                        insert into sitting_event (id, person, course, quiz, number, kind, seconds, done_by, done_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        UUID.randomUUID(),
                        sitting.person().value(),
                        sitting.course().value(),
                        sitting.quiz(),
                        sitting.number(),
                        kind.name(),
                        given.toSeconds(),
                        by.value(),
                        SittingRows.time(at))
                .update();
    }

    /** All that was given to a sitting in addition, also by reopening it. */
    Duration given(SittingId sitting) {
        return given(sitting, Invigilation.Kind.GIVEN).plus(given(sitting, Invigilation.Kind.REOPENED));
    }

    Duration given(SittingId sitting, Invigilation.Kind kind) {
        return Duration.ofSeconds(jdbc.sql("select coalesce(sum(seconds), 0) from sitting_event"
                        + " where person = ? and course = ? and quiz = ? and number = ? and kind = ?")
                .params(
                        sitting.person().value(),
                        sitting.course().value(),
                        sitting.quiz(),
                        sitting.number(),
                        kind.name())
                .query(Long.class)
                .single());
    }

    /** When it was last reopened. */
    Optional<Instant> reopened(SittingId sitting) {
        return jdbc.sql("select done_at from sitting_event"
                        + " where person = ? and course = ? and quiz = ? and number = ? and kind = ?"
                        + " order by done_at desc fetch first 1 rows only")
                .params(
                        sitting.person().value(),
                        sitting.course().value(),
                        sitting.quiz(),
                        sitting.number(),
                        Invigilation.Kind.REOPENED.name())
                .query((row, number) -> SittingRows.instant(row, "done_at").orElseThrow())
                .optional();
    }

    /** What was given while they went on to the sittings of a quiz that were given some. */
    Map<SittingId, Duration> given(CourseId course, String quiz) {
        var given = new LinkedHashMap<SittingId, Duration>();
        jdbc.sql("select person, course, quiz, number, sum(seconds) seconds from sitting_event"
                        + " where course = ? and quiz = ? and kind = ? group by person, course, quiz, number")
                .params(course.value(), quiz, Invigilation.Kind.GIVEN.name())
                .query(row -> {
                    given.put(SittingRows.id(row), Duration.ofSeconds(row.getLong("seconds")));
                });
        return given;
    }

    void announce(CourseId course, String quiz, String words, UserId by, Instant at) {
        jdbc.sql("insert into announcement (id, course, quiz, words, said_by, said_at) values (?, ?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), course.value(), quiz, words, by.value(), SittingRows.time(at))
                .update();
    }

    List<Announcement> announcements(CourseId course, String quiz, Instant since) {
        return jdbc.sql("select * from announcement where course = ? and quiz = ? and said_at >= ? order by said_at")
                .params(course.value(), quiz, SittingRows.time(since))
                .query((row, number) -> new Announcement(
                        row.getObject("id", UUID.class),
                        row.getString("words"),
                        SittingRows.instant(row, "said_at").orElseThrow()))
                .list();
    }

    private static Accommodation rules(ResultSet row) throws SQLException {
        var minutes = row.getObject("minutes", Integer.class);
        var attempts = row.getObject("attempts", Integer.class);
        return new Accommodation(
                Optional.ofNullable(minutes).map(Duration::ofMinutes),
                SittingRows.instant(row, "opens_at"),
                SittingRows.instant(row, "closes_at"),
                attempts == null ? OptionalInt.empty() : OptionalInt.of(attempts));
    }
}
