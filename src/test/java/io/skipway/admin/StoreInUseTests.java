package io.skipway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.Skipway;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program of its own that asks for a backup of a store which is open here. */
class StoreInUseTests {
    @TempDir
    Path home;

    @Test
    void aBackupOfAStoreInUseIsRefusedInOneLine() throws Exception {
        var store = home.resolve("skipway");
        try (var server = DriverManager.getConnection("jdbc:h2:file:" + store)) {
            assertThat(server.isValid(1)).isTrue();
            var log = home.resolve("log");
            var process = backup(log);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(Files.readString(log, StandardCharsets.UTF_8).lines().filter(line -> line.contains("ERROR")))
                    .singleElement()
                    .asString()
                    .contains(store + ".mv.db is in use by a running server. Stop that server");
            assertThat(log).content().doesNotContain("Exception", "\tat ");
            assertThat(home.resolve("backup.zip")).doesNotExist();
        }
        assertThat(StoreInUse.locked(Path.of(store + ".mv.db"))).isFalse();
    }

    private Process backup(Path log) throws Exception {
        // Without the tests' own settings, which would move the store into memory.
        var classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        Skipway.class.getName(),
                        "backup",
                        home.resolve("backup.zip").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("SKIPWAY_HOME", home.toString());
        return builder.start();
    }
}
