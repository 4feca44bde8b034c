package io.skipway.lab;

import java.util.List;
import java.util.Map;

/**
 * n stacked 3x3 convolutions against one of (2n+1)x(2n+1): parameters, receptive field, and the effective receptive field
 * as the gradient of the centre output by the input (Luo et al. 2016).
 *
 * @param layers n, 1 to 10
 * @param channels of every layer, 1 to 128
 * @param activation between the layers
 */
public record Stacked3x3(int layers, int channels, Activation activation, long seed) implements Experiment {
    private static final List<Control> CONTROLS = List.of(
            new Control.Whole("layers", 1, 10),
            new Control.Whole("channels", 1, 128),
            Control.among("activation", Activation.IDENTITY, Activation.SIGMOID, Activation.TANH, Activation.RELU),
            new Control.Whole("seed", 0, 999_999));

    private static final long MOST_WORK = 20_000_000_000L;

    public Stacked3x3 {
        Control.check(
                CONTROLS,
                Map.ofEntries(
                        Map.entry("layers", layers),
                        Map.entry("channels", channels),
                        Map.entry("activation", activation),
                        Map.entry("seed", seed)));
        // Eight images as large as what the centre sees, by the stack and by the one large kernel.
        var pixels = (2L * layers + 1) * (2L * layers + 1);
        var pairs = (long) channels * channels;
        Bounds.require(
                8 * Bounds.PASSES * pairs * pixels * (9L * layers + 1),
                MOST_WORK,
                2 * pairs * (9L * layers + pixels),
                8L * 2 * layers * channels * pixels);
    }

    @Override
    public List<Control> controls() {
        return CONTROLS;
    }
}
