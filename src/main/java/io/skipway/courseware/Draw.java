package io.skipway.courseware;

import java.util.List;

/**
 * What the server drew for one attempt, kept so that marking again gives the same.
 *
 * @param seed of the sealed run
 * @param measured log10 of |dL/dh| by layer, from h_0 (the input) on; what has left the range of numbers stands at plus or
 *     minus {@link #BEYOND}. Of a repair, the test accuracy on the seed and those that follow it; 0 where the loss left the
 *     range of numbers
 */
public record Draw(long seed, List<Double> measured) {
    public static final double BEYOND = 400;
    /** Of a question that needs none. */
    public static final Draw NONE = new Draw(0, List.of());

    public Draw {
        measured = List.copyOf(measured);
    }

    /** Freezes what a sealed run measured, in norms. */
    public static Draw of(long seed, List<Double> norms) {
        return new Draw(
                seed,
                norms.stream()
                        .map(norm -> Double.isFinite(norm) ? Math.clamp(Math.log10(norm), -BEYOND, BEYOND) : BEYOND)
                        .toList());
    }
}
