package io.skipway.author;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Edition;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.People;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import org.springframework.stereotype.Component;

/** Finds the course that an address names, for its instructors only: to all others there is none. */
@Component
class InstructedCourse {
    private final People people;
    private final Enrolments enrolments;
    private final Courses courses;

    InstructedCourse(People people, Enrolments enrolments, Courses courses) {
        this.people = people;
        this.enrolments = enrolments;
        this.courses = courses;
    }

    UserId me() {
        return people.me().id();
    }

    /**
     * The newest edition of the course in the route parameter {@code course}.
     *
     * @throws NotFoundException if there is none, or the person is not its instructor
     */
    Edition of(BeforeEnterEvent event) {
        return event.getRouteParameters()
                .get("course")
                .flatMap(CourseId::of)
                .filter(course -> enrolments.has(me(), course, Role.INSTRUCTOR))
                .flatMap(courses::newest)
                .orElseThrow(NotFoundException::new);
    }
}
