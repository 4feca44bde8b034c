package io.skipway.courseware;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * How near a number must come to its key, and what that is worth.
 *
 * @param steps from the strictest; what is beyond all is worth nothing
 */
public record Tolerance(Measure measure, List<Step> steps) {
    private static final int MOST_FIGURES = 15;

    /** By what nearness is measured. */
    public enum Measure {
        /** The difference itself. */
        ABSOLUTE,
        /** The difference as a share of the key. */
        RELATIVE,
        /** The significant figures that agree: half a unit of the last one at most. */
        FIGURES,
        /** The difference of the logarithms to base ten, to a hundredth, as it is told. */
        DECADES
    }

    /** What a number is worth whose distance is {@code bound} at most, or of whose figures so many agree. */
    public record Step(BigDecimal bound, BigDecimal points) {}

    public Tolerance {
        steps = List.copyOf(steps);
    }

    /** The points of the first step that the answer keeps. */
    BigDecimal worth(BigDecimal answer, BigDecimal key) {
        return steps.stream()
                .filter(step -> keeps(answer, key, step.bound()))
                .map(Step::points)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private boolean keeps(BigDecimal answer, BigDecimal key, BigDecimal bound) {
        var apart = answer.subtract(key).abs();
        return switch (measure) {
            case ABSOLUTE -> apart.compareTo(bound) <= 0;
            case RELATIVE -> apart.compareTo(bound.multiply(key.abs())) <= 0;
            case FIGURES -> agree(apart, key, bound.intValue());
            case DECADES -> decades(answer, key) <= bound.doubleValue();
        };
    }

    /**
     * How far an answer is from the key by this measure, to be told: for figures, how many agree. Infinite where the
     * answer has no place on the key's logarithmic scale.
     */
    public double distance(BigDecimal answer, BigDecimal key) {
        var apart = answer.subtract(key).abs();
        return switch (measure) {
            case ABSOLUTE -> apart.doubleValue();
            case RELATIVE -> apart.divide(key.abs(), 6, RoundingMode.HALF_UP).doubleValue();
            case FIGURES -> {
                var figures = MOST_FIGURES;
                while (figures > 0 && !agree(apart, key, figures)) {
                    figures--;
                }
                yield figures;
            }
            case DECADES -> decades(answer, key);
        };
    }

    private static boolean agree(BigDecimal apart, BigDecimal key, int figures) {
        return apart.add(apart).compareTo(BigDecimal.ONE.scaleByPowerOfTen(exponent(key) - figures + 1)) <= 0;
    }

    private static double decades(BigDecimal answer, BigDecimal key) {
        return answer.signum() <= 0 || key.signum() <= 0
                ? Double.POSITIVE_INFINITY
                : Math.round(100 * Math.abs(log10(answer) - log10(key))) / 100.0;
    }

    /** Also of what no double can hold. */
    private static double log10(BigDecimal positive) {
        var exponent = exponent(positive);
        return Math.log10(positive.scaleByPowerOfTen(-exponent).doubleValue()) + exponent;
    }

    private static int exponent(BigDecimal number) {
        return number.precision() - number.scale() - 1;
    }
}
