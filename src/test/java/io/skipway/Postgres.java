package io.skipway;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** One real PostgreSQL for the whole test run; each context that imports this gets a database of its own in it. */
@TestConfiguration(proxyBeanMethods = false)
public class Postgres {
    private static final class Server {
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The address of a fresh database in it; the user is {@code postgres}, without a password. */
    public static String database() {
        var name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = Server.INSTANCE.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Server.INSTANCE.getJdbcUrl("postgres", name);
    }

    @Bean
    DynamicPropertyRegistrar store() {
        var url = database();
        return settings -> {
            settings.add("spring.datasource.url", () -> url);
            settings.add("spring.datasource.username", () -> "postgres");
        };
    }
}
