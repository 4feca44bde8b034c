package io.skipway.courseware;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Marking by certainty: a right answer brings more the surer one was, and a wrong one takes away. Whoever tells their true
 * certainty does best: below 2/3 the least, above 4/5 the highest (Gardner-Medwin 1995, "Confidence assessment in the
 * teaching of basic science"). The marks 1, 2, 3 and 0, -2, -6 are given in thirds of the question's points.
 */
public final class Certainty {
    public static final int LEAST = 1;
    public static final int MOST = 3;
    private static final List<Integer> RIGHT = List.of(1, 2, 3);
    private static final List<Integer> WRONG = List.of(0, -2, -6);
    private static final int DECIMALS = 2;

    private Certainty() {}

    /** The points for an answer that is worth {@code share} of {@code points}; one that is right in part lies between. */
    static BigDecimal worth(BigDecimal points, BigDecimal earned, int certainty) {
        var right = BigDecimal.valueOf(RIGHT.get(certainty - 1));
        var wrong = BigDecimal.valueOf(WRONG.get(certainty - 1));
        return right.multiply(earned)
                .add(wrong.multiply(points.subtract(earned)))
                .divide(BigDecimal.valueOf(MOST), DECIMALS, RoundingMode.HALF_UP);
    }
}
