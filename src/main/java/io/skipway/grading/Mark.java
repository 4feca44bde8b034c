package io.skipway.grading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * What a submission is worth.
 *
 * @param byHand whether a grader set the points; otherwise they are the levels' sum, or the machine's
 * @param levels by criterion of the rubric, the chosen level's index; empty for marks of the machine
 * @param comment the grader's Markdown, empty where there is none
 */
public record Mark(
        BigDecimal points,
        BigDecimal outOf,
        boolean byHand,
        Map<String, Integer> levels,
        String comment,
        boolean released,
        Instant at) {}
