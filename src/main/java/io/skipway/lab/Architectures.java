package io.skipway.lab;

import java.util.List;
import java.util.Map;

/**
 * Two published networks layer by layer: parameters, multiply-accumulates, receptive field and memory, from their
 * configurations alone.
 *
 * @param first one of {@link #NAMES}
 * @param second one of {@link #NAMES}
 * @param stride where a bottleneck block that halves its map has its stride: {@code paper} in the first 1x1 (He et al. 2015),
 *     {@code v1.5} in the 3x3, as most libraries ship it
 */
public record Architectures(String first, String second, String stride) implements Experiment {
    public static final List<String> NAMES = List.of(
            "alexnet",
            "vgg-16",
            "vgg-19",
            "googlenet",
            "resnet-18",
            "resnet-34",
            "resnet-50",
            "resnet-101",
            "resnet-152",
            "cifar-resnet-20",
            "cifar-resnet-56",
            "cifar-resnet-110");

    private static final List<Control> CONTROLS = List.of(
            new Control.Choice("first", NAMES),
            new Control.Choice("second", NAMES),
            new Control.Choice("stride", List.of("paper", "v1.5")));

    public Architectures {
        Control.check(CONTROLS, Map.of("first", first, "second", second, "stride", stride));
    }

    @Override
    public List<Control> controls() {
        return CONTROLS;
    }
}
