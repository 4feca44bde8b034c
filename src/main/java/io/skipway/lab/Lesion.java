package io.skipway.lab;

import java.util.List;
import java.util.Map;

/**
 * One block after the other is removed from a trained network (Veit et al. 2016): what is left of the accuracy, plain
 * against residual. Dense, width 32, ReLU with batch normalisation, He, Nesterov's momentum 0.9, the digits.
 *
 * @param depth blocks of each network, 4 to 30
 * @param steps training steps, 20 to 400
 */
public record Lesion(int depth, int steps, double learningRate, long seed) implements Experiment {
    private static final List<Control> CONTROLS = List.of(
            new Control.Whole("depth", 4, 30),
            new Control.Whole("steps", 20, 400),
            new Control.Real("learningRate", 0.0001, 1, 0.0001, true),
            new Control.Whole("seed", 0, 999_999));

    private static final long MOST_WORK = 10_000_000_000L;

    public Lesion {
        Control.check(CONTROLS, Map.of("depth", depth, "steps", steps, "learningRate", learningRate, "seed", seed));
        // Two networks of width 32: batches of 64, then 360 test images for each block.
        Bounds.require(
                2L * depth * 32 * 32 * (Bounds.PASSES * steps * 64 + (depth + 1L) * 360),
                MOST_WORK,
                2L * 2 * depth * 32 * 32,
                2L * 2 * depth * (64 + 360) * 32);
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
