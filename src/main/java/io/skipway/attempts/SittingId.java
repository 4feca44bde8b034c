package io.skipway.attempts;

import io.skipway.identity.CourseId;
import io.skipway.identity.UserId;

/** A person's run through a quiz, from 1. */
public record SittingId(UserId person, CourseId course, String quiz, int number) {
    /** {@code course:quiz:number}, as it stands in an address; like an attempt's it leaves the person out. */
    public String token() {
        return course.value() + ":" + quiz + ":" + number;
    }

    /**
     * Reads a token.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static SittingId of(UserId person, String token) {
        var attempt = AttemptId.of(person, token);
        if (attempt.sitting().isPresent()) {
            throw new IllegalArgumentException("Not a sitting: " + token);
        }
        return new SittingId(person, attempt.course(), attempt.exercise(), attempt.number());
    }

    /** The attempt at one of its questions. */
    public AttemptId attempt(String question) {
        return new AttemptId(person, course, quiz + "." + question, number);
    }
}
