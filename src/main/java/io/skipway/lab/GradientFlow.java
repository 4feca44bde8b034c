package io.skipway.lab;

import java.util.List;
import java.util.Map;

/**
 * The norm of dL/dh and dL/dW at every layer of a deep dense stack, plain against residual, at initialisation and while
 * it trains by plain gradient descent.
 *
 * @param depth layers between input and head, 2 to 200
 * @param width units of each layer, 8 to 128
 * @param sd standard deviation of the weights where the initialiser is NORMAL
 * @param scale the factor a of {@code h + a F(h)} where the skip is SCALED
 * @param data {@code digits}, {@code spirals}, {@code moons} or a file's, see {@link DataFiles}
 * @param steps training steps, 0 to 500; 0 measures the initialised network only
 */
public record GradientFlow(
        int depth,
        int width,
        Activation activation,
        Initialiser initialiser,
        double sd,
        Normalisation normalisation,
        Skip skip,
        double scale,
        String data,
        int steps,
        double learningRate,
        long seed)
        implements Experiment {
    private static final long MOST_WORK = 500L * 200 * 96 * 96;
    private static final List<Control> CONTROLS = List.of(
            new Control.Whole("depth", 2, 200),
            new Control.Whole("width", 8, 128),
            Control.among("activation", Activation.SIGMOID, Activation.TANH, Activation.RELU),
            Control.among("initialiser", Initialiser.XAVIER, Initialiser.HE, Initialiser.NORMAL),
            new Control.Real("sd", 0.001, 1, 0.001, true),
            Control.among("normalisation", Normalisation.NONE, Normalisation.BATCH),
            Control.among("skip", Skip.NONE, Skip.IDENTITY, Skip.SCALED),
            new Control.Real("scale", 0, 2, 0.01, false),
            new Control.Data("data", List.of("digits", "spirals", "moons")),
            new Control.Whole("steps", 0, 500),
            new Control.Real("learningRate", 0.0001, 1, 0.0001, true),
            new Control.Whole("seed", 0, 999_999));

    public GradientFlow {
        Control.check(
                CONTROLS,
                Map.ofEntries(
                        Map.entry("depth", depth),
                        Map.entry("width", width),
                        Map.entry("activation", activation),
                        Map.entry("initialiser", initialiser),
                        Map.entry("sd", sd),
                        Map.entry("normalisation", normalisation),
                        Map.entry("skip", skip),
                        Map.entry("scale", scale),
                        Map.entry("data", data),
                        Map.entry("steps", steps),
                        Map.entry("learningRate", learningRate),
                        Map.entry("seed", seed)));
        requireBound(steps, (long) depth * width * width);
    }

    /** Refuses what is too large with so many columns and classes: stem and head have weights too. */
    void requireBound(int columns, int classes) {
        requireBound(steps, (long) width * (depth * (long) width + columns + classes));
    }

    /** Steps times weights is what a run costs; the bound is about twenty seconds of one core. */
    private static void requireBound(int steps, long weights) {
        Bounds.require("steps", (steps + 1L) * weights, MOST_WORK);
    }

    /**
     * Whether another experiment would give this one's result away: it shows a gradient by layer, or the signal of an equal
     * stack, which grows or shrinks on its way forward as the gradient does on its way back.
     */
    public boolean toldBy(Experiment other) {
        return switch (other) {
            case GradientFlow _, Remedies _ -> true;
            case Health health ->
                health.skip() == Skip.NONE && health.activation() == activation && health.initialiser() == initialiser;
            default -> false;
        };
    }

    /** The same with another seed. */
    public GradientFlow seeded(long other) {
        return new GradientFlow(
                depth,
                width,
                activation,
                initialiser,
                sd,
                normalisation,
                skip,
                scale,
                data,
                steps,
                learningRate,
                other);
    }

    @Override
    public List<Control> controls() {
        return CONTROLS;
    }
}
