package io.skipway.grading;

/** Another grader is at this submission. */
public class ClaimedByAnother extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ClaimedByAnother(SubmissionId submission) {
        super("Another grader is at " + submission);
    }
}
