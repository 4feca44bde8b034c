package io.skipway.lab;

import java.util.List;
import java.util.Map;

/**
 * Every initialiser with and without batch normalisation, plain against residual: the gradient's profile at the start, and
 * how well each network tells test images after training by plain gradient descent.
 *
 * @param depth layers of each network, 4 to 60; their width is 32
 * @param data {@code digits}, {@code spirals}, {@code moons} or a file's, see {@link DataFiles}
 * @param steps training steps, 0 to 400; 0 leaves the networks as they were drawn
 */
public record Remedies(int depth, Activation activation, String data, int steps, double learningRate, long seed)
        implements Experiment {
    /** Units of every layer. */
    public static final int WIDTH = 32;
    /** Of the initialiser NORMAL. */
    public static final double SD = 0.05;

    private static final List<Control> CONTROLS = List.of(
            new Control.Whole("depth", 4, 60),
            Control.among("activation", Activation.SIGMOID, Activation.TANH, Activation.RELU),
            new Control.Data("data", List.of("digits", "spirals", "moons")),
            new Control.Whole("steps", 0, 400),
            new Control.Real("learningRate", 0.0001, 1, 0.0001, true),
            new Control.Whole("seed", 0, 999_999));

    private static final long MOST_WORK = 30_000_000_000L;

    public Remedies {
        Control.check(
                CONTROLS,
                Map.of(
                        "depth", depth,
                        "activation", activation,
                        "data", data,
                        "steps", steps,
                        "learningRate", learningRate,
                        "seed", seed));
        // Six cells of two networks, batches of 32; one network at a time is held.
        Bounds.require(
                12 * Bounds.PASSES * (steps + 1) * depth * 32 * WIDTH * WIDTH,
                MOST_WORK,
                (long) depth * WIDTH * WIDTH,
                2L * depth * 360 * WIDTH);
    }

    @Override
    public List<Control> controls() {
        return CONTROLS;
    }
}
