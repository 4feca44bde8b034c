package io.skipway.grading;

import io.skipway.identity.Enrolments;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import io.skipway.lab.RunAccess;
import io.skipway.lab.RunId;
import org.springframework.stereotype.Component;

/** Who grades a course may read the runs that were pinned to what was submitted there. */
@Component
class Evidence implements RunAccess {
    private final Submissions submissions;
    private final Enrolments enrolments;

    Evidence(Submissions submissions, Enrolments enrolments) {
        this.submissions = submissions;
        this.enrolments = enrolments;
    }

    @Override
    public boolean mayRead(UserId who, RunId run) {
        return submissions.coursesWithEvidence(run).stream()
                .anyMatch(course -> enrolments.has(who, course, Role.GRADER));
    }
}
