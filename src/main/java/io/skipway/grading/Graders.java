package io.skipway.grading;

import io.skipway.courseware.Courses;
import io.skipway.courseware.Question;
import io.skipway.identity.Enrolments;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Lets graders of a course, and nobody else, at what was submitted there for people to mark. */
@Component
class Graders {
    private final Submissions submissions;
    private final Enrolments enrolments;
    private final Courses courses;

    Graders(Submissions submissions, Enrolments enrolments, Courses courses) {
        this.submissions = submissions;
        this.enrolments = enrolments;
        this.courses = courses;
    }

    /** A submission of a course that {@code who} grades; to all others there is none. */
    Submissions.Row submission(UserId who, SubmissionId id) {
        var row = submissions
                .find(id)
                .filter(found -> !found.alias().isEmpty())
                .orElseThrow(() -> new AccessDeniedException("No right to submission " + id));
        enrolments.require(who, row.attempt().course(), Role.GRADER);
        return row;
    }

    /** The question of such a submission, as its edition has it. */
    Question.Essay essay(UserId who, SubmissionId id) {
        if (courses.question(submission(who, id).question()) instanceof Question.Essay essay) {
            return essay;
        }
        throw new IllegalArgumentException("No essay: " + id);
    }
}
