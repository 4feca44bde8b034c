package io.skipway.admin;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.ApplicationArguments;
import org.springframework.stereotype.Component;

/**
 * {@code backup FILE} and {@code restore FILE [--replace]} as arguments of the program: it does that and ends, before it
 * serves a page or takes up a queued run. Its exit status is 0, or 2 where the file is not taken.
 */
@Component
class BackupCommand implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(BackupCommand.class);
    private static final int REFUSED = 2;

    private final ApplicationArguments arguments;
    private final DataSource store;

    BackupCommand(ApplicationArguments arguments, DataSource store) {
        this.arguments = arguments;
        this.store = store;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var words = arguments.getNonOptionArgs();
        if (words.size() == 2
                && (words.getFirst().equals("backup") || words.getFirst().equals("restore"))) {
            System.exit(run(words.getFirst(), Path.of(words.getLast())));
        }
    }

    private int run(String command, Path file) {
        try {
            var backup = new Backup(store);
            var manifest = command.equals("backup")
                    ? backup.write(file)
                    : backup.restore(file, arguments.containsOption("replace"));
            LOG.info(
                    "{} of {} rows in {} tables: {}",
                    command,
                    manifest.rows(),
                    manifest.tables().size(),
                    file);
            close();
            return 0;
        } catch (Backup.Refused refused) {
            LOG.error("{}", refused.getMessage());
            return REFUSED;
        } catch (RuntimeException broken) {
            LOG.error("{} failed", command, broken);
            return REFUSED;
        }
    }

    /** H2 writes its file to the end when its last connection goes. */
    private void close() {
        if (store instanceof AutoCloseable pool) {
            try {
                pool.close();
            } catch (Exception e) {
                LOG.warn("the store did not close", e);
            }
        }
    }
}
