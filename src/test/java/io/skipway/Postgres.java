package io.skipway;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    @Bean
    DynamicPropertyRegistrar store() throws java.sql.SQLException {
        var name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = Server.INSTANCE.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return settings -> {
            settings.add("spring.datasource.url", () -> Server.INSTANCE.getJdbcUrl("postgres", name));
            settings.add("spring.datasource.username", () -> "postgres");
        };
    }
}
