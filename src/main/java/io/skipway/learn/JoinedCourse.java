package io.skipway.learn;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Edition;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.People;
import org.springframework.stereotype.Component;

/** The course of an address, for who has a part in it. */
@Component
class JoinedCourse {
    private final People people;
    private final Enrolments enrolments;
    private final Courses courses;

    JoinedCourse(People people, Enrolments enrolments, Courses courses) {
        this.people = people;
        this.enrolments = enrolments;
        this.courses = courses;
    }

    /**
     * The newest edition.
     *
     * @throws NotFoundException also for who has no part in the course: they learn nothing of it, not even that it is there
     */
    Edition of(BeforeEnterEvent event) {
        return event.getRouteParameters()
                .get("course")
                .flatMap(CourseId::of)
                .filter(course -> !enrolments.roles(people.me().id(), course).isEmpty())
                .flatMap(courses::newest)
                .orElseThrow(NotFoundException::new);
    }
}
