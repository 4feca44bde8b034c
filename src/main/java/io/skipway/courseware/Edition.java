package io.skipway.courseware;

import io.skipway.identity.CourseId;
import java.util.List;
import java.util.Optional;

/** A course as it was published once; it never changes. Questions have ids that are unique in the course. */
public record Edition(CourseId course, EditionId id, Words title, Words summary, List<Lesson> lessons) {
    public Optional<Lesson> lesson(String id) {
        return lessons.stream().filter(lesson -> lesson.id().equals(id)).findFirst();
    }

    public Optional<Question> question(String id) {
        return lessons.stream()
                .flatMap(lesson -> lesson.questions().stream())
                .filter(question -> question.id().equals(id))
                .findFirst();
    }

    /** A lab that anyone may find; see {@link Lesson#offered}. */
    public Optional<LabSheet> offeredLab(String id) {
        return lessons.stream()
                .flatMap(lesson -> lesson.offered().stream())
                .filter(lab -> lab.id().equals(id))
                .findFirst();
    }

    public Optional<LabSheet> lab(String id) {
        return lessons.stream()
                .flatMap(lesson -> lesson.labs().stream())
                .filter(lab -> lab.id().equals(id))
                .findFirst();
    }
}
