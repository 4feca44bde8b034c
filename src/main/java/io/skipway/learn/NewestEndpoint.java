package io.skipway.learn;

import io.skipway.attempts.Histories;
import io.skipway.identity.CourseId;
import io.skipway.identity.People;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells an open page by one small request whether one of its answers was written further elsewhere. */
@RestController
class NewestEndpoint {
    private final Histories histories;
    private final People people;

    NewestEndpoint(Histories histories, People people) {
        this.histories = histories;
        this.people = people;
    }

    record Told(String attempt, long sequence, boolean submitted) {}

    /** One's own only; nothing of a course in which one has none. */
    @GetMapping("/api/courses/{course}/newest")
    List<Told> newest(@PathVariable String course) {
        return CourseId.of(course).stream()
                .flatMap(id -> histories.newest(people.me().id(), id).stream())
                .map(newest -> new Told(newest.attempt().token(), newest.sequence(), newest.submitted()))
                .toList();
    }
}
