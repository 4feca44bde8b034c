package io.skipway.attempts;

import io.skipway.courseware.Draw;
import io.skipway.courseware.QuestionRef;
import io.skipway.courseware.Response;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * An attempt is final. Published in the transaction that makes it so, and again where it was reopened.
 *
 * @param share of the marked points that counts, from 0 to 1: tries that missed may have taken something
 * @param unchanged whether it was reopened, and is as it was when it was final before
 */
public record AttemptSubmitted(
        AttemptId attempt,
        QuestionRef question,
        Draw draw,
        Response response,
        BigDecimal share,
        boolean unchanged,
        Instant at) {}
