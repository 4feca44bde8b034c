package io.skipway.demo;

import io.skipway.identity.CourseId;
import io.skipway.identity.DemoPeople;
import io.skipway.identity.DemoPeople.Someone;
import io.skipway.identity.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** People to sign in as, and a line for each in the log. */
@Component
@Profile("demo")
class DemoClass {
    private static final Logger LOG = LoggerFactory.getLogger(DemoClass.class);
    private static final CourseId COURSE = new CourseId("deep-cnn");
    private static final List<Someone> PEOPLE = List.of(
            new Someone("mina", "김민아", "mina-demo", false, Set.of(Role.STUDENT)),
            new Someone("jun", "박준", "jun-demo", false, Set.of(Role.STUDENT)),
            new Someone("sora", "Sora Weber", "sora-demo", false, Set.of(Role.STUDENT)),
            new Someone("grader", "Gil Grader", "grader-demo", false, Set.of(Role.GRADER)),
            new Someone("instructor", "Ines Instructor", "instructor-demo", false, Set.of(Role.INSTRUCTOR)),
            new Someone("admin", "Ada Admin", "admin-demo", true, Set.of()));

    private final DemoPeople people;
    private final int more;

    /** @param more students beside, student1 to as many as asked for */
    DemoClass(DemoPeople people, @Value("${skipway.demo.students:0}") int more) {
        this.people = people;
        this.more = more;
    }

    @EventListener
    void fill(ApplicationReadyEvent ready) {
        people.ensure(COURSE, PEOPLE);
        people.ensure(
                COURSE,
                IntStream.rangeClosed(1, more)
                        .mapToObj(number -> "student" + number)
                        .map(name -> new Someone(name, name, name + "-demo", false, Set.of(Role.STUDENT)))
                        .toList());
        var text = new StringBuilder("\n\n  Skipway, with a demo class");
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            text.append(", serves on http://localhost:")
                    .append(web.getWebServer().getPort());
        }
        text.append("\n\n  sign in as    password\n");
        PEOPLE.forEach(someone -> text.append("  %-13s %-17s %s%n"
                .formatted(
                        someone.username(),
                        someone.password(),
                        someone.administrator() ? "administrator" : roles(someone))));
        LOG.info("{}", text);
    }

    private static String roles(Someone someone) {
        return someone.roles().iterator().next().name().toLowerCase(java.util.Locale.ROOT) + " in " + COURSE;
    }
}
