package io.skipway.attempts;

import io.skipway.courseware.Response;
import java.time.Instant;

/** A committed answer and its receipt: the sequence, the time, and the SHA-256 of the response's JSON in hex. */
public record Saved(long sequence, String writeId, Response response, Instant at, String hash) {}
