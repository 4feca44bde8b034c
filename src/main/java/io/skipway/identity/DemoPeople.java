package io.skipway.identity;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes people with known passwords. Exists only under the demo profile, so no other server can have them. */
@Component
@Profile("demo")
public class DemoPeople {
    private final Accounts accounts;
    private final People people;

    DemoPeople(Accounts accounts, People people) {
        this.accounts = accounts;
        this.people = people;
    }

    /** Someone of the demo class. */
    public record Someone(String username, String name, String password, boolean administrator, Set<Role> roles) {}

    /** Makes those who are not there yet, and enrols them in the course. */
    @Transactional
    public void ensure(CourseId course, List<Someone> members) {
        for (var someone : members) {
            var person = people.named(someone.username())
                    .orElseGet(() -> accounts.insert(
                            someone.username(), someone.name(), someone.administrator(), someone.password(), false));
            someone.roles().forEach(role -> accounts.enrol(person.id(), course, role));
        }
    }
}
