package io.skipway.courseware;

import io.skipway.identity.CourseId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A course as it was published once; it never changes. Questions have ids that are unique in the course. */
public record Edition(
        CourseId course,
        EditionId id,
        Words title,
        Words summary,
        List<Lesson> lessons,
        Bank bank,
        List<Quiz> quizzes) {
    public Edition(CourseId course, EditionId id, Words title, Words summary, List<Lesson> lessons) {
        this(course, id, title, summary, lessons, Bank.NONE, List.of());
    }

    public Optional<Quiz> quiz(String id) {
        return quizzes.stream().filter(quiz -> quiz.id().equals(id)).findFirst();
    }

    public Optional<Lesson> lesson(String id) {
        return lessons.stream().filter(lesson -> lesson.id().equals(id)).findFirst();
    }

    /** Any question, also one that only a quiz may ask. */
    public Optional<Question> question(String id) {
        return Stream.concat(lessons.stream().flatMap(lesson -> lesson.questions().stream()), bank.questions().stream())
                .filter(question -> question.id().equals(id))
                .findFirst();
    }

    /** A question that stands in a lesson, where any student of the course may answer it. */
    public Optional<Question> exercise(String id) {
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
        return Stream.concat(lessons.stream().flatMap(lesson -> lesson.labs().stream()), bank.labs().stream())
                .filter(lab -> lab.id().equals(id))
                .findFirst();
    }
}
