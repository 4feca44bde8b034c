package io.skipway.lab;

import java.util.List;
import java.util.Map;

/**
 * The cost of an Inception module (Szegedy et al. 2014, table 1; the defaults are module 3a at 28 x 28) with and without
 * its 1x1 reductions.
 *
 * @param inputChannels channels of the module's input, 16 to 832
 * @param reduce3x3 channels that the 1x1 before the 3x3 leaves
 * @param reduce5x5 channels that the 1x1 before the 5x5 leaves
 * @param poolProjection channels of the 1x1 after the pooling
 * @param modules {@code both}, {@code with} or {@code without}: which are timed
 */
public record Bottleneck(int inputChannels, int reduce3x3, int reduce5x5, int poolProjection, String modules, long seed)
        implements Experiment {
    private static final List<Control> CONTROLS = List.of(
            new Control.Whole("inputChannels", 16, 832),
            new Control.Whole("reduce3x3", 1, 256),
            new Control.Whole("reduce5x5", 1, 256),
            new Control.Whole("poolProjection", 1, 256),
            new Control.Choice("modules", List.of("both", "with", "without")),
            new Control.Whole("seed", 0, 999_999));

    private static final long MOST_WORK = 40_000_000_000L;

    public Bottleneck {
        Control.check(
                CONTROLS,
                Map.ofEntries(
                        Map.entry("inputChannels", inputChannels),
                        Map.entry("reduce3x3", reduce3x3),
                        Map.entry("reduce5x5", reduce5x5),
                        Map.entry("poolProjection", poolProjection),
                        Map.entry("modules", modules),
                        Map.entry("seed", seed)));
        // Ten passes over the module without reductions, the larger one: kernels of 64, 128 and 32 channels on 28 x 28.
        var taps = 64 + 128L * 9 + 32L * 25;
        Bounds.require(
                10 * Bounds.PASSES * inputChannels * taps * 28 * 28,
                MOST_WORK,
                2L * inputChannels * taps,
                inputChannels * (1L + 9 + 25) * 28 * 28);
    }

    @Override
    public List<Control> controls() {
        return CONTROLS;
    }
}
