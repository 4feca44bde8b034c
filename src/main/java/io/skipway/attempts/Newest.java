package io.skipway.attempts;

/**
 * How far an attempt has come, by which another device tells whether it is behind.
 *
 * @param sequence of the newest saved state; 0 before the first
 * @param submitted whether it is final
 */
public record Newest(AttemptId attempt, long sequence, boolean submitted) {}
