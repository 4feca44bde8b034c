package io.skipway.grading;

import io.skipway.identity.UserId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Marks and their release. One that was released stays for good; before, a grader's newer mark takes its place. */
@Repository
class Marks {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    Marks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Sets the newest mark in place of the marker's own that was not released; needs a transaction. {@code marker} is empty
     * for the machine.
     */
    void put(SubmissionId submission, Optional<UserId> marker, Mark mark) {
        lock(submission);
        marker.ifPresent(own -> jdbc.sql("delete from mark where submission = ? and marker = ? and released_at is null")
                .params(submission.value(), own.value())
                .update());
        jdbc.sql("""
                        insert into mark (submission, sequence, marker, points, out_of, by_hand, levels, comment,
                          marked_at, released_at)
                        values (:submission,
                          (select coalesce(max(sequence), 0) + 1 from mark where submission = :submission),
                          :marker, :points, :outOf, :byHand, :levels, :comment, :at, :released)""")
                .param("submission", submission.value())
                .param("marker", marker.map(UserId::value).orElse(null))
                .param("points", mark.points())
                .param("outOf", mark.outOf())
                .param("byHand", mark.byHand())
                .param("levels", json(mark.levels()))
                .param("comment", mark.comment())
                .param("at", mark.at().atOffset(ZoneOffset.UTC))
                .param("released", mark.released() ? mark.at().atOffset(ZoneOffset.UTC) : null)
                .update();
    }

    /** Every mark of a submission, oldest first. */
    List<Mark> all(SubmissionId submission) {
        return jdbc.sql("select * from mark where submission = ? order by sequence")
                .param(submission.value())
                .query((row, number) -> mark(row))
                .list();
    }

    /** Releases the newest mark, once; whoever comes second finds it done. Needs a transaction. */
    void release(SubmissionId submission, UserId by, Instant at) {
        lock(submission);
        jdbc.sql("""
                        update mark set released_by = :by, released_at = :at
                        where submission = :submission and released_at is null and sequence =
                          (select max(sequence) from mark newest where newest.submission = :submission)""")
                .param("submission", submission.value())
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Two graders, or two tabs of one, at once come one after another. Needs a transaction. */
    void lock(SubmissionId submission) {
        jdbc.sql("select id from submission where id = ? for update")
                .param(submission.value())
                .query()
                .singleRow();
    }

    static Mark mark(ResultSet row) throws SQLException {
        return new Mark(
                plain(row.getBigDecimal("points")),
                plain(row.getBigDecimal("out_of")),
                row.getBoolean("by_hand"),
                levels(row.getString("levels")),
                row.getString("comment"),
                row.getObject("released_at") != null,
                row.getObject("marked_at", OffsetDateTime.class).toInstant());
    }

    static String json(Map<String, Integer> levels) {
        return JSON.writeValueAsString(levels);
    }

    static Map<String, Integer> levels(String json) {
        return JSON.readValue(json, new TypeReference<>() {});
    }

    /** As a person writes it: 8 and 8.5, not 8.000 nor 1E+1. */
    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
