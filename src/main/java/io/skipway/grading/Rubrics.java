package io.skipway.grading;

import io.skipway.courseware.Question;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the levels of a rubric are worth, and whether a mark is one that the question allows. */
public final class Rubrics {
    private static final int LONGEST_COMMENT = 20_000;

    private Rubrics() {}

    /**
     * The points of a mark: the levels' sum, or what the grader gives instead.
     *
     * @throws IllegalArgumentException if a criterion is missing or unknown, a level is none, or the points are not from 0 to
     *     the question's, with two decimals at most
     */
    static BigDecimal points(Question.Essay essay, Map<String, Integer> levels, Optional<BigDecimal> given) {
        var sum = sum(essay.rubric(), levels);
        if (levels.size() < essay.rubric().criteria().size()) {
            throw new IllegalArgumentException("Has no level for each criterion: " + levels);
        }
        var points = given.orElse(sum);
        if (points.signum() < 0
                || points.compareTo(essay.points()) > 0
                || points.stripTrailingZeros().scale() > 2) {
            throw new IllegalArgumentException("Not from 0 to %s points: %s".formatted(essay.points(), points));
        }
        return points;
    }

    /**
     * What the chosen levels are worth together, all or some of them.
     *
     * @throws IllegalArgumentException if a criterion is unknown or a level is none
     */
    public static BigDecimal sum(Question.Rubric rubric, Map<String, Integer> levels) {
        var known = rubric.criteria().stream().map(Question.Criterion::id).collect(Collectors.toSet());
        if (!known.containsAll(levels.keySet())) {
            throw new IllegalArgumentException("Needs levels of %s, not %s".formatted(known, levels));
        }
        return rubric.criteria().stream()
                .filter(criterion -> levels.containsKey(criterion.id()))
                .map(criterion -> level(criterion, levels.getOrDefault(criterion.id(), -1))
                        .points())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** @throws IllegalArgumentException if it is longer than may be kept */
    static void requireFit(String text) {
        if (text.length() > LONGEST_COMMENT) {
            throw new IllegalArgumentException("Longer than " + LONGEST_COMMENT);
        }
    }

    private static Question.Level level(Question.Criterion criterion, int index) {
        if (index < 0 || index >= criterion.levels().size()) {
            throw new IllegalArgumentException("Criterion %s has no level %d".formatted(criterion.id(), index));
        }
        return criterion.levels().get(index);
    }
}
