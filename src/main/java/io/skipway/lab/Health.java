package io.skipway.lab;

import java.util.List;
import java.util.Map;

/**
 * How a dense network of width 32 feels while it learns the digits by plain gradient descent: by layer, how far its weights
 * move, how widely its units vary, and how many ReLUs are dead.
 *
 * @param depth layers, 2 to 40
 * @param sd standard deviation of the weights where the initialiser is NORMAL
 * @param skip NONE or IDENTITY
 * @param steps training steps, 1 to 400
 */
public record Health(
        int depth,
        Activation activation,
        Initialiser initialiser,
        double sd,
        Skip skip,
        int steps,
        double learningRate,
        long seed)
        implements Experiment {
    private static final List<Control> CONTROLS = List.of(
            new Control.Whole("depth", 2, 40),
            Control.among("activation", Activation.SIGMOID, Activation.TANH, Activation.RELU),
            Control.among("initialiser", Initialiser.XAVIER, Initialiser.HE, Initialiser.NORMAL),
            new Control.Real("sd", 0.001, 1, 0.001, true),
            Control.among("skip", Skip.NONE, Skip.IDENTITY),
            new Control.Whole("steps", 1, 400),
            new Control.Real("learningRate", 0.0001, 10, 0.0001, true),
            new Control.Whole("seed", 0, 999_999));

    /** Multiply-accumulates that may be spent on trainings for which somebody waits: about a second's worth. */
    public static final long MOST_WORK = 4_000_000_000L;

    private static final int WIDTH = 32;
    /** A batch of 32, forward, and backward by the input and by the weights. */
    private static final long EXAMPLES_PER_STEP = 3 * 32;
    /** The test images, at each of some forty checks. */
    private static final long EXAMPLES_TO_JUDGE = 40 * 360;
    /** The stem and the head, in layers. */
    private static final int ENDS = 3;

    public Health {
        Control.check(
                CONTROLS,
                Map.of(
                        "depth", depth,
                        "activation", activation,
                        "initialiser", initialiser,
                        "sd", sd,
                        "skip", skip,
                        "steps", steps,
                        "learningRate", learningRate,
                        "seed", seed));
        Bounds.require(work(depth, steps), MOST_WORK, (long) depth * WIDTH * WIDTH, 2L * depth * WIDTH * 32);
    }

    /** Whether it is the same network as another, whatever stands where it is not looked at. */
    public boolean sameAs(Health other) {
        return withDeviation(other.sd).equals(other) && (sd == other.sd || initialiser != Initialiser.NORMAL);
    }

    private Health withDeviation(double of) {
        return new Health(depth, activation, initialiser, of, skip, steps, learningRate, seed);
    }

    /** Multiply-accumulates of its whole training, to the order of magnitude. */
    public long work() {
        return work(depth, steps);
    }

    private static long work(int depth, int steps) {
        return (EXAMPLES_PER_STEP * steps + EXAMPLES_TO_JUDGE) * (depth + ENDS) * WIDTH * WIDTH;
    }

    @Override
    public List<Control> controls() {
        return CONTROLS;
    }
}
