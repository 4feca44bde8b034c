package io.skipway.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skipway.Postgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A backup brings back every row, in the same database or in the other. */
class BackupTests {
    @TempDir
    Path folder;

    @Test
    void everyRowComesBackFromH2ByPostgresToH2() {
        var h2 = h2();
        fill(h2);
        var first = folder.resolve("first.zip");
        assertThat(new Backup(h2).write(first).rows()).isEqualTo(4);

        var postgres = made(new DriverManagerDataSource(Postgres.database(), "postgres", ""));
        new Backup(postgres).restore(first, false);
        assertThat(rows(postgres)).isEqualTo(rows(h2));

        var second = folder.resolve("second.zip");
        new Backup(postgres).write(second);
        var other = h2();
        new Backup(other).restore(second, false);
        assertThat(rows(other)).isEqualTo(rows(h2)).hasSize(3);
    }

    @Test
    void whatIsInUseIsReplacedOnlyOnRequestAndWhole() {
        var h2 = h2();
        fill(h2);
        var file = folder.resolve("b.zip");
        new Backup(h2).write(file);
        JdbcClient.create(h2).sql("update thing set words = 'changed since'").update();
        JdbcClient.create(h2)
                .sql("insert into thing (id, words) values (?, 'newer')")
                .param(UUID.randomUUID())
                .update();
        assertThatThrownBy(() -> new Backup(h2).restore(file, false))
                .isInstanceOf(Backup.Refused.class)
                .hasMessageContaining("--replace");
        assertThat(rows(h2)).hasSize(4);
        new Backup(h2).restore(file, true);
        assertThat(rows(h2)).hasSize(3).noneMatch(row -> "changed since".equals(row.get("WORDS")));
    }

    @Test
    void aDamagedFileIsRefusedBeforeAnythingIsTouched() throws IOException {
        var h2 = h2();
        fill(h2);
        var file = folder.resolve("b.zip");
        new Backup(h2).write(file);
        try (var zip = FileSystems.newFileSystem(URI.create("jar:" + file.toUri()), Map.of())) {
            Files.writeString(zip.getPath("thing.jsonl"), "");
        }
        assertThatThrownBy(() -> new Backup(h2).restore(file, true))
                .isInstanceOf(Backup.Refused.class)
                .hasMessageContaining("damaged");
        assertThat(rows(h2)).hasSize(3);
    }

    @Test
    void aFileOfAnotherVersionOrNoneAtAllIsRefused() throws IOException {
        var h2 = h2();
        var file = folder.resolve("b.zip");
        new Backup(h2).write(file);
        JdbcClient.create(h2).sql("alter table thing add column fresh int").update();
        assertThatThrownBy(() -> new Backup(h2).restore(file, true)).hasMessageContaining("another version");
        var text = Files.writeString(folder.resolve("text.zip"), "hello");
        assertThatThrownBy(() -> new Backup(h2).restore(text, true)).isInstanceOf(Backup.Refused.class);
    }

    private static DataSource h2() {
        return made(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
    }

    private static DataSource made(DataSource store) {
        var jdbc = JdbcClient.create(store);
        jdbc.sql("create table person (id uuid primary key)").update();
        jdbc.sql("create table flyway_schema_history_x (version varchar(10))").update();
        jdbc.sql("""
                        create table thing (id uuid primary key, words text, short varchar(20), whole bigint, small smallint,
                        exact numeric(8, 2), flag boolean, at timestamp with time zone, data bytea)""").update();
        return store;
    }

    private static void fill(DataSource store) {
        var jdbc = JdbcClient.create(store);
        jdbc.sql("insert into person (id) values (?)").param(UUID.randomUUID()).update();
        var insert =
                "insert into thing (id, words, short, whole, small, exact, flag, at, data) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
        var time = java.time.OffsetDateTime.parse("2026-11-24T08:22:00.123456Z");
        jdbc.sql(insert)
                .params(
                        UUID.randomUUID(),
                        "안녕 \"x\"\n\\ $a$",
                        "ab",
                        Long.MAX_VALUE,
                        -7,
                        new java.math.BigDecimal("8.50"),
                        true,
                        time,
                        new byte[] {0, 1, -1})
                .update();
        jdbc.sql(insert)
                .params(
                        UUID.randomUUID(),
                        "",
                        "",
                        0L,
                        0,
                        java.math.BigDecimal.ZERO,
                        false,
                        time.minusYears(30),
                        new byte[0])
                .update();
        jdbc.sql("insert into thing (id) values (?)").param(UUID.randomUUID()).update();
    }

    /** As a backup reads them, so that both databases can be compared. */
    private static List<Map<String, String>> rows(DataSource store) {
        return JdbcClient.create(store)
                .sql("select id, words, short, whole, small, exact, flag, at, data from thing order by id")
                .query((row, number) -> {
                    var time = row.getObject("at", java.time.OffsetDateTime.class);
                    var data = row.getBytes("data");
                    return Map.of(
                            "ID", String.valueOf(row.getObject("id", UUID.class)),
                            "WORDS", String.valueOf(row.getString("words")),
                            "SHORT", String.valueOf(row.getString("short")),
                            "WHOLE", String.valueOf(row.getString("whole")),
                            "SMALL", String.valueOf(row.getString("small")),
                            "EXACT", String.valueOf(row.getBigDecimal("exact")),
                            "FLAG", String.valueOf(row.getObject("flag")),
                            "AT", time == null ? "" : time.toInstant().toString(),
                            "DATA", java.util.Arrays.toString(data));
                })
                .list();
    }
}
