package io.skipway.courseware;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** What an answer in parts is worth, as a whole and piece by piece; the pieces need not tell all that is right. */
public record Verdict(BigDecimal points, List<Piece> pieces) {
    private static final int DECIMALS = 2;

    public Verdict {
        pieces = List.copyOf(pieces);
    }

    /**
     * One piece of the answer.
     *
     * @param id by which the answer names it
     * @param points what it brought, below 0 where it took something away; empty where only the whole is worth something
     * @param outOf the most that it could bring; empty where no such thing can be said
     * @param feedback as sanitised HTML
     * @param note what kind of slip it was, such as {@code spelling}
     */
    public record Piece(
            String id,
            boolean right,
            Optional<BigDecimal> points,
            Optional<BigDecimal> outOf,
            Optional<Words> feedback,
            Optional<String> note) {}

    /** So many equal parts of the points, exact to the hundredth to which it is rounded, without zeros at the end. */
    static BigDecimal share(BigDecimal points, int parts, int of) {
        var share = points.multiply(BigDecimal.valueOf(parts))
                .divide(BigDecimal.valueOf(of), DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return share.scale() < 0 ? share.setScale(0) : share;
    }
}
