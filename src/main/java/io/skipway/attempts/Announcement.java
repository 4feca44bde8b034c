package io.skipway.attempts;

import java.time.Instant;
import java.util.UUID;

/** What a teacher said to all who sit a quiz. */
public record Announcement(UUID id, String words, Instant at) {}
