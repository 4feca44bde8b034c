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

/** Marks and releases: rows that are only added. */
@Repository
class Marks {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    Marks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a mark after those that are there; needs a transaction. {@code marker} is empty for the machine. */
    void add(SubmissionId submission, Optional<UserId> marker, Mark mark) {
        // Two graders at once come one after another.
        jdbc.sql("select id from submission where id = ? for update")
                .param(submission.value())
                .query()
                .singleRow();
        jdbc.sql("""
                        insert into mark (submission, sequence, marker, points, out_of, levels, comment, marked_at)
                        values (:submission,
                          (select coalesce(max(sequence), 0) + 1 from mark where submission = :submission),
                          :marker, :points, :outOf, :levels, :comment, :at)""")
                .param("submission", submission.value())
                .param("marker", marker.map(UserId::value).orElse(null))
                .param("points", mark.points())
                .param("outOf", mark.outOf())
                .param("levels", JSON.writeValueAsString(mark.levels()))
                .param("comment", mark.comment())
                .param("at", mark.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Every mark of a submission, oldest first. */
    List<Mark> all(SubmissionId submission) {
        return jdbc.sql("""
                        select mark.*, released_at from mark
                        left join mark_release on mark_release.submission = mark.submission
                        where mark.submission = ? order by sequence""")
                .param(submission.value())
                .query((row, number) -> mark(row))
                .list();
    }

    /** Releases once; whoever comes second finds it done. Needs a transaction. */
    void release(SubmissionId submission, Optional<UserId> by, Instant at) {
        jdbc.sql("select id from submission where id = ? for update")
                .param(submission.value())
                .query()
                .singleRow();
        var released = jdbc.sql("select count(*) from mark_release where submission = ?")
                .param(submission.value())
                .query(Integer.class)
                .single();
        if (released == 0) {
            jdbc.sql("insert into mark_release (submission, released_by, released_at) values (:submission, :by, :at)")
                    .param("submission", submission.value())
                    .param("by", by.map(UserId::value).orElse(null))
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    static Mark mark(ResultSet row) throws SQLException {
        return new Mark(
                plain(row.getBigDecimal("points")),
                plain(row.getBigDecimal("out_of")),
                JSON.readValue(row.getString("levels"), new TypeReference<Map<String, Integer>>() {}),
                row.getString("comment"),
                row.getObject("released_at") != null,
                row.getObject("marked_at", OffsetDateTime.class).toInstant());
    }

    /** As a person writes it: 8 and 8.5, not 8.000 nor 1E+1. */
    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
