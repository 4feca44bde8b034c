package io.skipway.attempts;

import io.skipway.courseware.Draw;
import io.skipway.courseware.QuestionRef;
import io.skipway.courseware.Response;
import java.time.Instant;

/** An attempt is final. Published in the transaction that makes it so. */
public record AttemptSubmitted(AttemptId attempt, QuestionRef question, Draw draw, Response response, Instant at) {}
