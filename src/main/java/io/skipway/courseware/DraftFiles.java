package io.skipway.courseware;

import io.skipway.identity.CourseId;
import io.skipway.identity.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;
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

    SortedMap<String, String> all(CourseId course) {
        var files = new TreeMap<String, String>();
        jdbc.sql("select path, content from draft_file where course = ?")
                .param(course.value())
                .query(row -> {
                    files.put(row.getString(1), row.getString(2));
                });
        return files;
    }

    /** False if another wrote the same file in the same moment; the transaction can go on. */
    @Transactional(propagation = Propagation.NESTED)
    boolean put(CourseId course, String path, String content, UserId who, Instant at) {
        var time = at.atOffset(ZoneOffset.UTC);
        var version = jdbc.sql("select version from draft_file where course = ? and path = ?")
                .params(course.value(), path)
                .query(Long.class)
                .optional();
        if (version.isPresent()) {
            return jdbc.sql("update draft_file set content = ?, version = version + 1, saved_at = ?, saved_by = ?"
                                    + " where course = ? and path = ? and version = ?")
                            .params(content, time, who.value(), course.value(), path, version.get())
                            .update()
                    == 1;
        }
        try {
            jdbc.sql("insert into draft_file (course, path, content, version, saved_at, saved_by)"
                            + " values (?, ?, ?, 1, ?, ?)")
                    .params(course.value(), path, content, time, who.value())
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
