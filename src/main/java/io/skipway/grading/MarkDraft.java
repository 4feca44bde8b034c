package io.skipway.grading;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a grader has begun and what is no mark yet, for their own eyes.
 *
 * @param levels by criterion of the rubric, the index of those that are chosen
 * @param points as the grader typed them, right or not; empty for the levels' sum
 */
public record MarkDraft(Map<String, Integer> levels, Optional<String> points, String comment, Instant at) {}
