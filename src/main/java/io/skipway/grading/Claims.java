package io.skipway.grading;

import io.skipway.identity.CourseId;
import io.skipway.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is at which submission, so that two graders do not read the same one. A claim ends by itself. */
@Repository
class Claims {
    static final Duration LASTS = Duration.ofMinutes(15);

    private final JdbcClient jdbc;

    Claims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes or prolongs the claim; false if another holds it. To be called outside of a transaction. */
    boolean take(SubmissionId submission, UserId grader, Instant now) {
        var until = now.plus(LASTS).atOffset(ZoneOffset.UTC);
        var taken = jdbc.sql("update claim set grader = ?, expires_at = ?"
                                + " where submission = ? and (grader = ? or expires_at <= ?)")
                        .params(grader.value(), until, submission.value(), grader.value(), now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
        return taken || first(submission, grader, until);
    }

    private boolean first(SubmissionId submission, UserId grader, java.time.OffsetDateTime until) {
        try {
            jdbc.sql("insert into claim (submission, grader, expires_at) values (?, ?, ?)")
                    .params(submission.value(), grader.value(), until)
                    .update();
            return true;
        } catch (DuplicateKeyException another) {
            return false;
        }
    }

    void leave(SubmissionId submission, UserId grader) {
        jdbc.sql("delete from claim where submission = ? and grader = ?")
                .params(submission.value(), grader.value())
                .update();
    }

    /** Claims that hold now, by submission. */
    Map<SubmissionId, UserId> living(CourseId course, String question, Instant now) {
        var claims = new HashMap<SubmissionId, UserId>();
        jdbc.sql("""
                        select claim.submission, claim.grader from claim
                        join submission on submission.id = claim.submission
                        where course = ? and exercise = ? and expires_at > ?""")
                .params(course.value(), question, now.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    claims.put(
                            new SubmissionId(row.getObject(1, UUID.class)), new UserId(row.getObject(2, UUID.class)));
                });
        return claims;
    }
}
