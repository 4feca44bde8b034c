package io.skipway.attempts;

import io.skipway.courseware.QuestionRef;
import io.skipway.courseware.Response;
import io.skipway.lab.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How an attempt stands. */
public record Attempt(
        AttemptId id,
        QuestionRef question,
        Instant begunAt,
        Optional<Saved> newest,
        Optional<Instant> submittedAt,
        List<Pin> pins) {

    /** What the newest answer says, without how sure its person is. */
    public Optional<Response> answered() {
        return newest.map(saved -> saved.response().answered());
    }

    /** A run that the learner holds as evidence. */
    public record Pin(RunId run, Instant at) {}
}
