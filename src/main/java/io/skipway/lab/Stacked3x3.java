package io.skipway.lab;

import java.util.List;

/**
 * n stacked 3x3 convolutions against one of (2n+1)x(2n+1): parameters, receptive field, and the effective receptive field
 * as the gradient of the centre output by the input (Luo et al. 2016).
 *
 * @param layers n, 1 to 10
 * @param channels of every layer, 1 to 128
 * @param activation between the layers
 */
public record Stacked3x3(int layers, int channels, Activation activation, long seed) implements Experiment {

    @Override
    public List<Control> controls() {
        return List.of();
    }
}
