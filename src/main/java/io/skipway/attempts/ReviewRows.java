package io.skipway.attempts;

import io.skipway.identity.CourseId;
import io.skipway.identity.UserId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of what was practised; they are only ever added. */
@Repository
class ReviewRows {
    private final JdbcClient jdbc;

    ReviewRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One answer in practice.
     *
     * @param share of the points, from 0 to 1
     * @param memory since this answer
     */
    record Row(
            AttemptId attempt, BigDecimal share, Fsrs.Rating rating, Fsrs.Memory memory, Instant at, Instant dueAt) {}

    void add(Row row) {
        var attempt = row.attempt();
        var quiz = attempt.sitting().orElseThrow().quiz();
        jdbc.sql("insert into review (person, course, quiz, question, number, share, rating, stability, difficulty, at,"
                        + " due_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        attempt.person().value(),
                        attempt.course().value(),
                        quiz,
                        attempt.question(),
                        attempt.number(),
                        row.share(),
                        row.rating().name(),
                        row.memory().stability(),
                        row.memory().difficulty(),
                        SittingRows.time(row.at()),
                        SittingRows.time(row.dueAt()))
                .update();
    }

    /** A person's own, oldest first. */
    List<Row> of(UserId person, CourseId course, String quiz) {
        return jdbc.sql("select * from review where person = ? and course = ? and quiz = ? order by at, number")
                .params(person.value(), course.value(), quiz)
                .query(ReviewRows::row)
                .list();
    }

    /** The newest of the same question. */
    Optional<Row> newest(AttemptId attempt) {
        return jdbc.sql("select * from review where person = ? and course = ? and quiz = ? and question = ?"
                        + " order by at desc, number desc fetch first 1 rows only")
                .params(
                        attempt.person().value(),
                        attempt.course().value(),
                        attempt.sitting().orElseThrow().quiz(),
                        attempt.question())
                .query(ReviewRows::row)
                .optional();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var person = new UserId(row.getObject("person", UUID.class));
        var sitting = new SittingId(
                person, new CourseId(row.getString("course")), row.getString("quiz"), row.getInt("number"));
        return new Row(
                sitting.attempt(row.getString("question")),
                row.getBigDecimal("share"),
                Fsrs.Rating.valueOf(row.getString("rating")),
                new Fsrs.Memory(row.getDouble("stability"), row.getDouble("difficulty")),
                SittingRows.instant(row, "at").orElseThrow(),
                SittingRows.instant(row, "due_at").orElseThrow());
    }
}
