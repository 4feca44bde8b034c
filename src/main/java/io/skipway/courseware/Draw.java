package io.skipway.courseware;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the server drew for one attempt, kept so that marking again gives the same.
 *
 * @param seed of the sealed run
 * @param measured log10 of |dL/dh| by layer, from h_0 (the input) on; what has left the range of numbers stands at plus or
 *     minus {@link #BEYOND}. Of a repair, the test accuracy on the seed and those that follow it; 0 where the loss left the
 *     range of numbers. Empty until the answer is final
 * @param values of the settings that are drawn for each attempt, by name, as the file has them
 */
public record Draw(long seed, List<Double> measured, Map<String, String> values) {
    public static final double BEYOND = 400;
    /** Of a question that needs none. */
    public static final Draw NONE = new Draw(0, List.of());

    public Draw(long seed, List<Double> measured, @Nullable Map<String, String> values) {
        this.seed = seed;
        this.measured = List.copyOf(measured);
        // Draws that were kept before there were values have none.
        this.values = values == null ? Map.of() : Map.copyOf(values);
    }

    public Draw(long seed, List<Double> measured) {
        this(seed, measured, Map.of());
    }

    /** Freezes what a sealed run measured, in norms. */
    public static Draw of(long seed, List<Double> norms) {
        return NONE.measured(seed, norms);
    }

    /** The same values with what a sealed run of them measured, in norms. */
    public Draw measured(long ofSeed, List<Double> norms) {
        return new Draw(
                ofSeed,
                norms.stream()
                        .map(norm -> Double.isFinite(norm) ? Math.clamp(Math.log10(norm), -BEYOND, BEYOND) : BEYOND)
                        .toList(),
                values);
    }
}
