package io.skipway.identity;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

/** The people of this server. */
@Service
public class People {
    static final String COLUMNS = "id, username, name, administrator, active";

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Who is signed in on this thread. Asked of the store each time, so that a deactivation holds at once.
     *
     * @throws AccessDeniedException if nobody is, or they were deactivated
     */
    public Person me() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
            throw new AccessDeniedException("Nobody is signed in");
        }
        return named(authentication.getName())
                .filter(Person::active)
                .orElseThrow(() -> new AccessDeniedException("This account is not active"));
    }

    public Optional<Person> find(UserId id) {
        return jdbc.sql("select " + COLUMNS + " from person where id = ?")
                .param(id.value())
                .query(Rows::person)
                .optional();
    }

    /** The person who signs in with a name, whatever its case. */
    public Optional<Person> named(String username) {
        if (!Username.possible(username)) {
            return Optional.empty();
        }
        return jdbc.sql("select " + COLUMNS + " from person where username = ?")
                .param(Username.of(username).value())
                .query(Rows::person)
                .optional();
    }

    /** Whether the person must choose a password of their own before anything else. */
    public boolean mustChangePassword(UserId id) {
        return jdbc.sql("select must_change from person where id = ?")
                .param(id.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
