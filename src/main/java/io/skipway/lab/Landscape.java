package io.skipway.lab;

import java.util.List;
import java.util.Map;

/**
 * The loss around the trained weights along two random directions, each scaled to the size of every unit's weights (Li et
 * al. 2018, section 4), plain against residual, on 512 digits. Dense, tanh, Xavier, Adam.
 *
 * @param depth layers of each network, 2 to 40
 * @param width units of each layer, 8 to 64
 * @param steps training steps, 0 to 400
 * @param extent how far the map goes from its middle, in multiples of the weights
 */
public record Landscape(int depth, int width, int steps, double extent, long seed) implements Experiment {
    private static final List<Control> CONTROLS = List.of(
            new Control.Whole("depth", 2, 40),
            new Control.Whole("width", 8, 64),
            new Control.Whole("steps", 0, 400),
            new Control.Real("extent", 0.1, 2, 0.1, false),
            new Control.Whole("seed", 0, 999_999));

    private static final long MOST_WORK = 200_000_000_000L;

    public Landscape {
        Control.check(CONTROLS, Map.of("depth", depth, "width", width, "steps", steps, "extent", extent, "seed", seed));
        // Two networks: batches of 128, then 512 images at each of 25 x 25 points.
        Bounds.require(
                2L * depth * width * width * (Bounds.PASSES * steps * 128 + 625L * 512),
                MOST_WORK,
                2L * 6 * depth * width * width,
                2L * 2 * depth * (128 + 512) * width);
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
