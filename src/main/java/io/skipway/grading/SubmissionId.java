package io.skipway.grading;

import java.util.UUID;

/** Grading's own name for a submission; it tells nothing of the person. */
public record SubmissionId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
