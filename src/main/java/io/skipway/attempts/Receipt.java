package io.skipway.attempts;

import java.time.Instant;

/**
 * Proof of one saved state of an answer.
 *
 * @param body the response's JSON; {@code hash} is the SHA-256 of its bytes in UTF-8, in hex, so that anyone can compute it again
 * @param submitted whether this state was made final
 */
public record Receipt(
        String exercise, int number, long sequence, Instant at, String hash, String body, boolean submitted) {}
