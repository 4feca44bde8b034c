package io.skipway.courseware;

import io.skipway.courseware.files.CourseFiles;
import io.skipway.identity.CourseId;
import io.skipway.lab.DataFiles;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Every edition as its source files, by hash. */
@Repository
class Editions {
    enum Origin {
        FOLDER,
        BROWSER,
        OFFERED
    }

    record Entry(EditionId id, Origin origin, Instant at) {}

    private final JdbcClient jdbc;
    private final DataFiles data;

    Editions(JdbcClient jdbc, DataFiles data) {
        this.jdbc = jdbc;
        this.data = data;
    }

    /** The newest published edition of every course. */
    Map<CourseId, EditionId> newest() {
        var newest = new LinkedHashMap<CourseId, EditionId>();
        jdbc.sql("select course, hash from edition where origin <> 'OFFERED' order by course, at")
                .query(row -> {
                    newest.put(new CourseId(row.getString(1)), new EditionId(row.getString(2)));
                });
        return newest;
    }

    Optional<Entry> newest(CourseId course) {
        return entry(course, "origin <> 'OFFERED'");
    }

    /** The newest change of the folder that waits for an instructor to take it. */
    Optional<Entry> offered(CourseId course) {
        var newest = newest(course);
        return entry(course, "origin = 'OFFERED'")
                .filter(offer ->
                        newest.isEmpty() || offer.at().isAfter(newest.get().at()));
    }

    private Optional<Entry> entry(CourseId course, String condition) {
        return jdbc.sql("select hash, origin, at from edition where course = ? and " + condition
                        + " order by at desc fetch first 1 rows only")
                .param(course.value())
                .query((row, number) -> new Entry(
                        new EditionId(row.getString(1)),
                        Origin.valueOf(row.getString(2)),
                        row.getObject(3, java.time.OffsetDateTime.class).toInstant()))
                .optional();
    }

    SortedMap<String, String> files(CourseId course, EditionId id) {
        var files = new TreeMap<String, String>();
        jdbc.sql("select path, content from edition_file where course = ? and hash = ?")
                .params(course.value(), id.hash())
                .query(row -> {
                    files.put(row.getString(1), row.getString(2));
                });
        return files;
    }

    /** Keeps an edition, and its data for the lab; one that is there already becomes the newest again. */
    @Transactional
    EditionId keep(CourseId course, SortedMap<String, String> files, Origin origin, Instant at) {
        var id = CourseFiles.hash(files);
        var time = at.atOffset(ZoneOffset.UTC);
        var there = jdbc.sql("update edition set origin = ?, at = ? where course = ? and hash = ?")
                .params(origin.name(), time, course.value(), id.hash())
                .update();
        if (there == 0) {
            jdbc.sql("insert into edition (course, hash, origin, at) values (?, ?, ?, ?)")
                    .params(course.value(), id.hash(), origin.name(), time)
                    .update();
            files.forEach((path, content) -> jdbc.sql(
                            "insert into edition_file (course, hash, path, content) values (?, ?, ?, ?)")
                    .params(course.value(), id.hash(), path, content)
                    .update());
        }
        CourseFiles.data(files).forEach(data::offer);
        return id;
    }

    boolean has(CourseId course, EditionId id) {
        return !jdbc.sql("select hash from edition where course = ? and hash = ?")
                .params(course.value(), id.hash())
                .query(String.class)
                .list()
                .isEmpty();
    }
}
