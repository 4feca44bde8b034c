package io.skipway.grading;

import io.skipway.attempts.AttemptId;
import io.skipway.identity.CourseId;
import io.skipway.identity.UserId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Marks of the machine at the submission, marks of people, and their release. */
@Service
public class Grading {
    /** The submitted essays of a question, oldest first; asks that {@code who} is a grader of the course. */
    public List<Submission> submissions(UserId who, CourseId course, String question) {
        throw new UnsupportedOperationException();
    }

    /**
     * Sets a grader's mark; the newest counts, all are kept. {@code levels} has an index for each criterion of the
     * question's rubric; {@code points} is their sum unless the grader gives another from 0 to the question's points.
     */
    public Mark mark(
            UserId who,
            SubmissionId submission,
            Map<String, Integer> levels,
            Optional<BigDecimal> points,
            String comment) {
        throw new UnsupportedOperationException();
    }

    /** Lets the student see the mark. A changed mark of a released submission is seen at once. */
    public void release(UserId who, SubmissionId submission) {
        throw new UnsupportedOperationException();
    }

    /** Releases every marked submission of a question, and says how many. */
    public int releaseAll(UserId who, CourseId course, String question) {
        throw new UnsupportedOperationException();
    }

    /** The released mark of one's own attempt. */
    public Optional<Mark> released(UserId who, AttemptId attempt) {
        throw new UnsupportedOperationException();
    }

    /** Marks by attempt, released or not; asks that {@code who} is an instructor of the course. */
    public Map<AttemptId, Mark> marks(UserId who, CourseId course) {
        throw new UnsupportedOperationException();
    }
}
