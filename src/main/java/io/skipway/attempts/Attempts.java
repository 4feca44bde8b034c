package io.skipway.attempts;

import io.skipway.courseware.Response;
import io.skipway.identity.CourseId;
import io.skipway.identity.UserId;
import io.skipway.lab.RunId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Takes answers. Every call asks that {@code who} is the attempt's person and a member of its course. */
@Service
public class Attempts {
    /** Appends an answer if {@code base} is the newest sequence (0 for none); the same write id again gives the same receipt. */
    public Outcome save(UserId who, AttemptId attempt, long base, String writeId, Response response) {
        throw new UnsupportedOperationException();
    }

    /**
     * Makes the newest answer final, if {@code base} is its sequence, and publishes {@link AttemptSubmitted}. Submitting
     * again gives the same.
     */
    public Outcome submit(UserId who, AttemptId attempt, long base) {
        throw new UnsupportedOperationException();
    }

    public Optional<Attempt> find(UserId who, AttemptId attempt) {
        throw new UnsupportedOperationException();
    }

    /** The attempt that the learner is at: the newest with a row, or the first before any. */
    public AttemptId current(UserId who, CourseId course, String exercise) {
        throw new UnsupportedOperationException();
    }

    /** All attempts of a person in a course, by exercise and number. */
    public List<Attempt> of(UserId who, CourseId course) {
        throw new UnsupportedOperationException();
    }

    /** The next try at a choice whose key was not shown; it has no row before its first save. */
    public Optional<AttemptId> next(UserId who, AttemptId attempt) {
        throw new UnsupportedOperationException();
    }

    /** Shows the key to the learner, who can't try again after. Needs at least one submitted attempt. */
    public void reveal(UserId who, CourseId course, String exercise) {
        throw new UnsupportedOperationException();
    }

    public boolean revealed(UserId who, CourseId course, String exercise) {
        throw new UnsupportedOperationException();
    }

    /** Holds a run as evidence; begins the attempt where it has no row. Refused after the submission. */
    public Attempt pin(UserId who, AttemptId attempt, RunId run) {
        throw new UnsupportedOperationException();
    }

    public Attempt unpin(UserId who, AttemptId attempt, RunId run) {
        throw new UnsupportedOperationException();
    }

    /** Every attempt in a course; asks that {@code who} is its instructor or grader. */
    public List<Attempt> in(UserId who, CourseId course) {
        throw new UnsupportedOperationException();
    }

    /** One attempt of anyone in the course; asks that {@code who} is its instructor or grader. */
    public Attempt review(UserId who, AttemptId attempt) {
        throw new UnsupportedOperationException();
    }
}
