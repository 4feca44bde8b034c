package io.skipway.identity;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The people of this server. */
@Service
public class People {
    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Who is signed in on this thread.
     *
     * @throws org.springframework.security.access.AccessDeniedException if nobody is, or they were deactivated
     */
    public Person me() {
        throw new UnsupportedOperationException();
    }

    public Optional<Person> find(UserId id) {
        throw new UnsupportedOperationException();
    }

    public Optional<Person> named(String username) {
        throw new UnsupportedOperationException(jdbc.toString());
    }
}
