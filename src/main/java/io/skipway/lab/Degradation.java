package io.skipway.lab;

import java.util.List;
import java.util.Map;

/**
 * A deep plain and a deep residual network race on the digits: training error first (He et al. 2015, section 4.1).
 *
 * @param kernel {@code convolution}: 3x3 of 8 channels with batch normalisation and ReLU, He, Nesterov's momentum 0.9 at rate
 *     0.05, batches of 64; {@code pre-activation}: the same with normalisation and ReLU before each convolution of a block (He et
 *     al. 2016); {@code dense}: width 32, tanh, weights of deviation 0.05, Adam at rate 0.001, batches of 128, in which the
 *     plain gradient vanishes
 * @param depth 8 to 56 layers; convolutions stand in blocks of two, so an odd depth is the even one below
 * @param steps training steps, 10 to 400
 */
public record Degradation(String kernel, int depth, int steps, long seed) implements Experiment {
    private static final List<Control> CONTROLS = List.of(
            new Control.Choice("kernel", List.of("convolution", "pre-activation", "dense")),
            new Control.Whole("depth", 8, 56),
            new Control.Whole("steps", 10, 400),
            new Control.Whole("seed", 0, 999_999));

    // The corners of the ranges are within it: 56 layers and 400 steps take 19 s on one thread.
    private static final long MOST_WORK = 400_000_000_000L;

    public Degradation {
        Control.check(CONTROLS, Map.of("kernel", kernel, "depth", depth, "steps", steps, "seed", seed));
        var dense = kernel.equals("dense");
        // 128 rows of a dense layer; or 1 + 9 x 8 channels in and out of every pixel, of 64 images.
        var product = dense ? 128L * 32 * 32 : 64L * 64 * 9 * 8 * 8;
        var passed = dense ? 128L * 32 : 64L * 100 * 8;
        Bounds.require(
                2 * Bounds.PASSES * steps * depth * product,
                MOST_WORK,
                2L * depth * 9 * 8 * 8,
                2L * 2 * depth * passed);
    }

    @Override
    public List<Control> controls() {
        return CONTROLS;
    }

    @Override
    public boolean explores() {
        return false;
    }
}
