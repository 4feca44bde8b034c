package io.skipway.identity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/** Who is what in which course. Read from the store at every call, so that a change holds at once. */
@Service
public class Enrolments {
    private final JdbcClient jdbc;

    Enrolments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Set<Role> roles(UserId person, CourseId course) {
        var roles = EnumSet.noneOf(Role.class);
        jdbc.sql("select role from enrolment where person = ? and course = ?")
                .params(person.value(), course.value())
                .query(String.class)
                .list()
                .forEach(role -> roles.add(Role.valueOf(role)));
        return roles;
    }

    public boolean has(UserId person, CourseId course, Role role) {
        return roles(person, course).contains(role);
    }

    /**
     * Refuses whoever has none of the roles.
     *
     * @throws AccessDeniedException if the person has none of them
     */
    public void require(UserId person, CourseId course, Role... anyOf) {
        var roles = roles(person, course);
        if (Arrays.stream(anyOf).noneMatch(roles::contains)) {
            throw new AccessDeniedException("Needs one of %s in %s".formatted(List.of(anyOf), course));
        }
    }

    /** The courses in which the person has any role. */
    public List<CourseId> courses(UserId person) {
        return jdbc
                .sql("select distinct course from enrolment where person = ? order by course")
                .param(person.value())
                .query(String.class)
                .list()
                .stream()
                .map(CourseId::new)
                .toList();
    }

    /** Everyone with the role, by name. Asks that {@code who} is an instructor of the course. */
    public List<Person> members(UserId who, CourseId course, Role role) {
        require(who, course, Role.INSTRUCTOR);
        return jdbc.sql("""
                        select id, username, name, administrator, active from person
                        join enrolment on person.id = enrolment.person
                        where course = ? and role = ? order by name, username""")
                .params(course.value(), role.name())
                .query(Rows::person)
                .list();
    }
}
