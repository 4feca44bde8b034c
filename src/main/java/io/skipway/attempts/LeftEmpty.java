package io.skipway.attempts;

import java.time.Instant;

/** A sitting ended without an answer to one of its questions. Published in the transaction that makes it final. */
public record LeftEmpty(AttemptId attempt, Instant at) {}
