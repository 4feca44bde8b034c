package io.skipway.attempts;

import io.skipway.identity.CourseId;
import io.skipway.identity.UserId;
import java.util.Optional;

/**
 * One try of a person at an exercise, from 1. It is named before it has a row, which comes with the first save. The token
 * leaves the person out: who asks is always who is signed in, so no address names another's attempt.
 *
 * @param exercise a question that stands in a lesson, or {@code quiz.question}, of which the number is the sitting's
 */
public record AttemptId(UserId person, CourseId course, String exercise, int number) {
    private static final String NAME = "[a-z0-9-]{1,64}";

    /** {@code course:exercise:number}, as it stands in an address. */
    public String token() {
        return course.value() + ":" + exercise + ":" + number;
    }

    /**
     * Reads a token.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static AttemptId of(UserId person, String token) {
        var parts = token.split(":", -1);
        if (parts.length != 3
                || !parts[2].matches("[1-9][0-9]{0,5}")
                || !parts[1].matches(NAME + "(\\." + NAME + ")?")) {
            throw new IllegalArgumentException("Not an attempt: " + token);
        }
        return new AttemptId(person, new CourseId(parts[0]), parts[1], Integer.parseInt(parts[2]));
    }

    /** The question that is answered. */
    public String question() {
        return exercise.substring(exercise.indexOf('.') + 1);
    }

    /** The sitting, or the practice, of which it is a part; empty for an exercise of a lesson. */
    public Optional<SittingId> sitting() {
        var dot = exercise.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.of(new SittingId(person, course, exercise.substring(0, dot), number));
    }
}
