package io.skipway.attempts;

import io.skipway.courseware.QuestionRef;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A question was answered in practice. Published in the transaction that makes it final.
 *
 * @param share of the points that the answer was worth, from 0 to 1
 */
public record Practised(AttemptId attempt, QuestionRef question, BigDecimal share, Instant at) {}
