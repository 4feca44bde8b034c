package io.skipway.lab.engine;

/**
 * Residual networks (He et al. 2015): table 1 at 224 x 224 with projections where a size changes (option B), and section 4.2 at
 * 32 x 32 with padded shortcuts (option A). No biases but the last; batch normalisation after every convolution.
 */
final class ResidualNetworks {
    private static final int EXPANSION = 4;

    private ResidualNetworks() {}

    /** Two 3x3 in each block; {@code blocks} of the four stages. */
    static Sketch plainBlocks(int... blocks) {
        var sketch = new Sketch(224);
        var last = stem(sketch);
        for (int stage = 0; stage < blocks.length; stage++) {
            int channels = 64 << stage;
            for (int block = 1; block <= blocks[stage]; block++) {
                int stride = stage > 0 && block == 1 ? 2 : 1;
                var name = "conv%d-%d".formatted(stage + 2, block);
                var shortcut = stride == 1 ? last : sketch.normalised(name + "-projection", 1, 2, 0, channels, last);
                last = sketch.sum(name, twoByThree(sketch, name, stride, channels, last), shortcut);
            }
        }
        return sketch.classes(1000, sketch.averageOfMap("average", last));
    }

    /** 1x1, 3x3, 1x1 in each block, the last four times as wide. */
    static Sketch bottlenecks(boolean strideInFirst, int... blocks) {
        var sketch = new Sketch(224);
        var last = stem(sketch);
        for (int stage = 0; stage < blocks.length; stage++) {
            int channels = 64 << stage;
            for (int block = 1; block <= blocks[stage]; block++) {
                int stride = stage > 0 && block == 1 ? 2 : 1;
                var name = "conv%d-%d".formatted(stage + 2, block);
                var shortcut = block > 1
                        ? last
                        : sketch.normalised(name + "-projection", 1, stride, 0, EXPANSION * channels, last);
                var reduced = sketch.normalised(name + "-reduce", 1, strideInFirst ? stride : 1, 0, channels, last);
                var middle = sketch.normalised(name + "-3x3", 3, strideInFirst ? 1 : stride, 1, channels, reduced);
                var expanded = sketch.normalised(name + "-expand", 1, 1, 0, EXPANSION * channels, middle);
                last = sketch.sum(name, expanded, shortcut);
            }
        }
        return sketch.classes(1000, sketch.averageOfMap("average", last));
    }

    /** {@code blocks} of two 3x3 in each of three stages of 16, 32 and 64 channels: 6 n + 2 layers. */
    static Sketch cifar(int blocks) {
        var sketch = new Sketch(32);
        var last = sketch.normalised("conv1", 3, 1, 1, 16, Sketch.IMAGE);
        for (int stage = 0; stage < 3; stage++) {
            for (int block = 1; block <= blocks; block++) {
                int stride = stage > 0 && block == 1 ? 2 : 1;
                var name = "conv%d-%d".formatted(stage + 2, block);
                var shortcut = stride == 1 ? last : sketch.paddedShortcut(name + "-shortcut", last);
                last = sketch.sum(name, twoByThree(sketch, name, stride, 16 << stage, last), shortcut);
            }
        }
        return sketch.classes(10, sketch.averageOfMap("average", last));
    }

    private static String stem(Sketch sketch) {
        return sketch.maxPooling("pool1", 3, 2, 1, sketch.normalised("conv1", 7, 2, 3, 64, Sketch.IMAGE));
    }

    private static String twoByThree(Sketch sketch, String name, int stride, int channels, String from) {
        var first = sketch.normalised(name + "-a", 3, stride, 1, channels, from);
        return sketch.normalised(name + "-b", 3, 1, 1, channels, first);
    }
}
