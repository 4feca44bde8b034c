package io.skipway.grading;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.Postgres;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What becomes of marks from when a release was of a submission and not of a mark. */
class ReleaseByMarkTests {
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-23T12:00:00Z");

    @Test
    void whatStudentsSawStaysReleasedOnH2() {
        whatStudentsSawStaysReleased(
                new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
    }

    @Test
    void whatStudentsSawStaysReleasedOnPostgres() {
        whatStudentsSawStaysReleased(new DriverManagerDataSource(Postgres.database(), "postgres", ""));
    }

    private static void whatStudentsSawStaysReleased(DataSource store) {
        migrate(store, "1");
        var jdbc = JdbcClient.create(store);
        var seen = submission(jdbc, "a2");
        mark(jdbc, seen, 1, -2);
        mark(jdbc, seen, 2, -1);
        mark(jdbc, seen, 3, 1);
        jdbc.sql("insert into mark_release (submission, released_at) values (?, ?)")
                .params(seen, NOON)
                .update();
        var hidden = submission(jdbc, "b3");
        mark(jdbc, hidden, 1, -1);

        migrate(store, "2");
        assertThat(released(jdbc, seen)).isEqualTo("2,3");
        assertThat(released(jdbc, hidden)).isEmpty();
        assertThat(jdbc.sql("select count(*) from mark where by_hand")
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }

    private static void migrate(DataSource store, String version) {
        Flyway.configure()
                .dataSource(store)
                .locations("classpath:db/migration/grading")
                .target(version)
                .load()
                .migrate();
    }

    private static UUID submission(JdbcClient jdbc, String alias) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into submission (id, person, course, exercise, number, edition, alias, submitted_at)"
                        + " values (?, ?, 'c', 'essay', 1, 'e', ?, ?)")
                .params(id, UUID.randomUUID(), alias, NOON)
                .update();
        return id;
    }

    private static void mark(JdbcClient jdbc, UUID submission, int sequence, int hour) {
        jdbc.sql("insert into mark (submission, sequence, marker, points, out_of, levels, comment, marked_at)"
                        + " values (?, ?, ?, 1, 2, '{}', '', ?)")
                .params(submission, sequence, UUID.randomUUID(), NOON.plusHours(hour))
                .update();
    }

    private static String released(JdbcClient jdbc, UUID submission) {
        return String.join(
                ",",
                jdbc.sql("select sequence from mark where submission = ? and released_at is not null order by sequence")
                        .param(submission)
                        .query(String.class)
                        .list());
    }
}
