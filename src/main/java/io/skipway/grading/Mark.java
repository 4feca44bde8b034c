package io.skipway.grading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * What a submission is worth.
 *
 * @param levels by criterion of the rubric, the chosen level's index; empty for marks of the machine
 * @param comment the grader's Markdown, empty where there is none
 */
public record Mark(
        BigDecimal points,
        BigDecimal outOf,
        Map<String, Integer> levels,
        String comment,
        boolean released,
        Instant at) {}
