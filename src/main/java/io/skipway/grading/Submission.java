package io.skipway.grading;

import io.skipway.attempts.Attempt;
import io.skipway.courseware.QuestionRef;
import io.skipway.courseware.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A submitted essay as a grader sees it: without the person. {@code alias} is short, such as {@code f9}. */
public record Submission(
        SubmissionId id,
        String alias,
        QuestionRef question,
        Response response,
        Instant submittedAt,
        List<Attempt.Pin> pins,
        Optional<Mark> mark) {}
