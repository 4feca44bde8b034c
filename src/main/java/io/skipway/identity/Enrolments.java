package io.skipway.identity;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who is what in which course. Read from the store at every call, so that a change holds at once. */
@Service
public class Enrolments {
    private final JdbcClient jdbc;

    Enrolments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Set<Role> roles(UserId person, CourseId course) {
        throw new UnsupportedOperationException(jdbc.toString());
    }

    public boolean has(UserId person, CourseId course, Role role) {
        return roles(person, course).contains(role);
    }

    /**
     * Refuses whoever has none of the roles.
     *
     * @throws org.springframework.security.access.AccessDeniedException if the person has none of them
     */
    public void require(UserId person, CourseId course, Role... anyOf) {
        throw new UnsupportedOperationException();
    }

    /** The courses in which the person has any role. */
    public List<CourseId> courses(UserId person) {
        throw new UnsupportedOperationException();
    }

    /** Everyone with the role, by name. Asks that {@code who} is an instructor of the course. */
    public List<Person> members(UserId who, CourseId course, Role role) {
        throw new UnsupportedOperationException();
    }
}
