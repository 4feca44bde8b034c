package io.skipway.lab;

import java.util.List;
import java.util.Map;

/**
 * A deep plain and a deep residual network race on the digits: training error first (He et al. 2015, section 4.1).
 *
 * @param kernel {@code convolution}: 3x3 of 8 channels with batch normalisation and ReLU, He, Nesterov's momentum 0.9 at rate
 *     0.05, batches of 64; {@code dense}: width 32, tanh, weights of deviation 0.05, Adam at rate 0.001, batches of 128, in which the
 *     plain gradient vanishes
 * @param depth 8 to 56 layers; convolutions stand in blocks of two, so an odd depth is the even one below
 * @param steps training steps, 10 to 400
 */
public record Degradation(String kernel, int depth, int steps, long seed) implements Experiment {
    private static final List<Control> CONTROLS = List.of(
            new Control.Choice("kernel", List.of("convolution", "dense")),
            new Control.Whole("depth", 8, 56),
            new Control.Whole("steps", 10, 400),
            new Control.Whole("seed", 0, 999_999));

    public Degradation {
        Control.check(CONTROLS, Map.of("kernel", kernel, "depth", depth, "steps", steps, "seed", seed));
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
