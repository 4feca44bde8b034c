package io.skipway.courseware;

import io.skipway.identity.CourseId;
import io.skipway.identity.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The files of drafts, one row each. */
@Repository
class DraftFiles {
    private final JdbcClient jdbc;

    DraftFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each file that the draft has written, or null where it takes one away. */
    Map<String, @Nullable String> all(CourseId course) {
        var files = new TreeMap<String, @Nullable String>();
        jdbc.sql("select path, content from draft_file where course = ?")
                .param(course.value())
                .query(row -> {
                    files.put(row.getString(1), row.getString(2));
                });
        return files;
    }

    /** Null takes the file away. False if another wrote the same file in the same moment; the transaction can go on. */
    @Transactional(propagation = Propagation.NESTED)
    boolean put(CourseId course, String path, @Nullable String content, UserId who, Instant at) {
        var time = at.atOffset(ZoneOffset.UTC);
        var version = jdbc.sql("select version from draft_file where course = ? and path = ?")
                .params(course.value(), path)
                .query(Long.class)
                .optional();
        if (version.isPresent()) {
            return jdbc.sql("update draft_file set content = ?, version = version + 1, saved_at = ?, saved_by = ?"
                                    + " where course = ? and path = ? and version = ?")
                            .param(content)
                            .params(time, who.value(), course.value(), path, version.get())
                            .update()
                    == 1;
        }
        try {
            jdbc.sql("insert into draft_file (course, path, content, version, saved_at, saved_by)"
                            + " values (?, ?, ?, 1, ?, ?)")
                    .params(course.value(), path)
                    .param(content)
                    .params(time, who.value())
                    .update();
            return true;
        } catch (DuplicateKeyException lostRace) {
            return false;
        }
    }

    void clear(CourseId course) {
        jdbc.sql("delete from draft_file where course = ?")
                .param(course.value())
                .update();
    }
}
