package io.skipway.grading;

/** A grader's change that was made upon an older mark or draft than is there by now; nothing of it was applied. */
public class ChangedElsewhere extends RuntimeException {
    private static final long serialVersionUID = 1;

    ChangedElsewhere(SubmissionId submission) {
        super("Changed elsewhere meanwhile: " + submission);
    }
}
