package io.skipway.grading;

import io.skipway.attempts.Histories;
import io.skipway.attempts.History;
import io.skipway.identity.UserId;
import org.springframework.stereotype.Service;

/** How a submitted essay was written, for its graders: found by the submission, never by a person. */
@Service
public class Writings {
    private final Graders graders;
    private final Histories histories;

    Writings(Graders graders, Histories histories) {
        this.graders = graders;
        this.histories = histories;
    }

    /** Every saved state and every text beside them; asks that {@code who} is a grader of the course. */
    public History of(UserId who, SubmissionId submission) {
        return histories.of(who, graders.submission(who, submission).attempt());
    }
}
