package io.skipway.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does with people: make them, give passwords and roles, shut them out. */
@Service
public class Accounts {
    /** No letters or digits that look alike on paper. */
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int ONE_TIME_LENGTH = 12;

    private final JdbcClient jdbc;
    private final People people;
    private final PasswordEncoder encoder;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock = Clock.systemUTC();

    Accounts(JdbcClient jdbc, People people, PasswordEncoder encoder) {
        this.jdbc = jdbc;
        this.people = people;
        this.encoder = encoder;
    }

    /** A new person with a password that works until they choose their own. It is told once and kept only as a hash. */
    public record Created(Person person, String oneTimePassword) {}

    @Transactional
    public Created create(UserId who, String username, String name) {
        requireAdministrator(who);
        var password = oneTimePassword();
        return new Created(insert(username, name, false, password, true), password);
    }

    @Transactional
    public String resetPassword(UserId who, UserId person) {
        requireAdministrator(who);
        var password = oneTimePassword();
        store(person, password, true);
        return password;
    }

    /**
     * Sets one's own password.
     *
     * @throws IllegalArgumentException if the old one is wrong, or the new one is shorter than ten characters, longer than
     *     72 bytes, or the old one again
     */
    @Transactional
    public void changePassword(UserId me, String old, String fresh) {
        var hash = jdbc.sql("select password from person where id = ?")
                .param(me.value())
                .query(String.class)
                .single();
        if (!encoder.matches(old, hash)) {
            throw new IllegalArgumentException("old");
        }
        requireGood(fresh);
        if (fresh.equals(old)) {
            throw new IllegalArgumentException("same");
        }
        store(me, fresh, false);
    }

    @Transactional
    public void setActive(UserId who, UserId person, boolean active) {
        requireAdministrator(who);
        if (who.equals(person)) {
            throw new IllegalArgumentException("Nobody can shut themselves out");
        }
        jdbc.sql("update person set active = ? where id = ?")
                .params(active, person.value())
                .update();
    }

    /** Replaces all roles of a person in one course. */
    @Transactional
    public void setRoles(UserId who, UserId person, CourseId course, Set<Role> roles) {
        requireAdministrator(who);
        jdbc.sql("delete from enrolment where person = ? and course = ?")
                .params(person.value(), course.value())
                .update();
        roles.forEach(role -> enrol(person, course, role));
    }

    public Set<Role> roles(UserId who, UserId person, CourseId course) {
        requireAdministrator(who);
        return Set.copyOf(jdbc
                .sql("select role from enrolment where person = ? and course = ?")
                .params(person.value(), course.value())
                .query(String.class)
                .list()
                .stream()
                .map(Role::valueOf)
                .toList());
    }

    public List<Person> all(UserId who) {
        requireAdministrator(who);
        return jdbc.sql("select " + People.COLUMNS + " from person order by name, username")
                .query(Rows::person)
                .list();
    }

    /** Refuses whoever is no active administrator. */
    public void requireAdministrator(UserId who) {
        if (people.find(who)
                .filter(Person::active)
                .filter(Person::administrator)
                .isEmpty()) {
            throw new AccessDeniedException("Only an administrator may do this");
        }
    }

    boolean anyAdministrator() {
        return jdbc.sql("select count(*) from person where administrator and active")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Person insert(String username, String name, boolean administrator, String password, boolean mustChange) {
        var person = new Person(UserId.random(), Username.of(username).value(), name.strip(), administrator, true);
        try {
            jdbc.sql("insert into person (" + People.COLUMNS + ", password, must_change, created_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            person.id().value(),
                            person.username(),
                            person.name(),
                            administrator,
                            true,
                            encoder.encode(password),
                            mustChange,
                            OffsetDateTime.now(clock))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new IllegalArgumentException("The sign-in name is taken: " + person.username(), taken);
        }
        return person;
    }

    /** Refuses what is too short to be safe, or longer than the hash takes in. */
    static void requireGood(String password) {
        if (password.length() < 10 || password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > 72) {
            throw new IllegalArgumentException("length");
        }
    }

    boolean enrolled(UserId person, CourseId course, Role role) {
        return jdbc.sql("select count(*) from enrolment where person = ? and course = ? and role = ?")
                        .params(person.value(), course.value(), role.name())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Adds one role; the same again changes nothing. */
    boolean enrol(UserId person, CourseId course, Role role) {
        if (enrolled(person, course, role)) {
            return false;
        }
        jdbc.sql("insert into enrolment (person, course, role) values (?, ?, ?)")
                .params(person.value(), course.value(), role.name())
                .update();
        return true;
    }

    private void store(UserId person, String password, boolean mustChange) {
        jdbc.sql("update person set password = ?, must_change = ? where id = ?")
                .params(encoder.encode(password), mustChange, person.value())
                .update();
    }

    String oneTimePassword() {
        var password = new StringBuilder();
        for (var i = 0; i < ONE_TIME_LENGTH; i++) {
            password.append(READABLE.charAt(random.nextInt(READABLE.length())));
        }
        return password.toString();
    }
}
