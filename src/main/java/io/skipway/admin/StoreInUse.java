package io.skipway.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An H2 store is open to one process at a time. Whoever starts a second one, to make a backup for example, is told so in
 * one line, and the program ends with status 1 before anything is opened. Named in {@code META-INF/spring.factories}.
 */
class StoreInUse implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Logger LOG = LoggerFactory.getLogger(StoreInUse.class);
    private static final String H2_FILE = "jdbc:h2:file:";
    private static final int IN_USE = 1;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var url = context.getEnvironment().getProperty("spring.datasource.url", "");
        if (url.startsWith(H2_FILE)) {
            var file = Path.of(url.substring(H2_FILE.length()).replaceFirst(";.*", "") + ".mv.db");
            if (Files.exists(file) && locked(file)) {
                LOG.error(
                        "The store {} is in use by a running server. Stop that server, then give this command again; "
                                + "a store in PostgreSQL can be backed up while its server runs.",
                        file);
                System.exit(IN_USE);
            }
        }
    }

    /** H2 holds a lock on its file as long as it is open. To be asked before this process opens it: closing frees it here. */
    static boolean locked(Path file) {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException here) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("The store " + file + " can't be opened", e);
        }
    }
}
