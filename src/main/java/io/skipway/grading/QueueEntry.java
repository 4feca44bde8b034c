package io.skipway.grading;

import java.time.Instant;
import java.util.Optional;

/**
 * A submitted essay as it stands in a grader's queue: by its alias, without its text.
 *
 * @param draft whether the grader who asks has begun what is no mark yet
 */
public record QueueEntry(
        SubmissionId id, String alias, Instant submittedAt, Optional<Mark> mark, Claim claim, boolean draft) {

    /** Who is at it. */
    public enum Claim {
        NOBODY,
        ME,
        ANOTHER
    }

    public boolean released() {
        return mark.filter(Mark::released).isPresent();
    }
}
