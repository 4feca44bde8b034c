package io.skipway.lab;

import java.util.List;

/**
 * The norm of dL/dh and dL/dW at every layer of a deep dense stack, plain against residual, at initialisation and while
 * it trains by plain gradient descent.
 *
 * @param depth layers between input and head, 2 to 200
 * @param width units of each layer, 8 to 128
 * @param sd standard deviation of the weights where the initialiser is NORMAL
 * @param scale the factor a of {@code h + a F(h)} where the skip is SCALED
 * @param data {@code digits}, {@code spirals} or {@code moons}
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

    @Override
    public List<Control> controls() {
        return List.of();
    }
}
