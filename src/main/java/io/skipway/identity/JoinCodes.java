package io.skipway.identity;

import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A code per course with which people enrol themselves as students. There is one at a time, or none. */
@Service
public class JoinCodes {
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final People people;

    JoinCodes(JdbcClient jdbc, Accounts accounts, People people) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.people = people;
    }

    /** The course's code now; asks that {@code who} is an administrator. */
    public Optional<String> code(UserId who, CourseId course) {
        accounts.requireAdministrator(who);
        return jdbc.sql("select code from join_code where course = ?")
                .param(course.value())
                .query(String.class)
                .optional();
    }

    /** Gives the course a fresh code; the one before it works no more. */
    @Transactional
    public String renew(UserId who, CourseId course) {
        close(who, course);
        var code = accounts.oneTimePassword();
        jdbc.sql("insert into join_code (course, code) values (?, ?)")
                .params(course.value(), code)
                .update();
        return code;
    }

    /** Lets nobody join by a code any more; who has joined stays. */
    @Transactional
    public void close(UserId who, CourseId course) {
        accounts.requireAdministrator(who);
        jdbc.sql("delete from join_code where course = ?").param(course.value()).update();
    }

    /** Enrols a person as a student of the course with that code; empty where no course has it. */
    @Transactional
    public Optional<CourseId> join(UserId me, String typed) {
        var course = jdbc.sql("select course from join_code where code = ?")
                .param(typed.strip().toLowerCase(Locale.ROOT))
                .query(String.class)
                .optional()
                .map(CourseId::new);
        if (people.find(me).filter(Person::active).isEmpty()) {
            return Optional.empty();
        }
        course.ifPresent(found -> accounts.enrol(me, found, Role.STUDENT));
        return course;
    }
}
