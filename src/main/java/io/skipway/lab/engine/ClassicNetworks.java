package io.skipway.lab.engine;

/** AlexNet (Krizhevsky et al. 2012, figure 2) and VGG (Simonyan and Zisserman 2014, table 1, D and E), at 224 x 224. */
final class ClassicNetworks {
    private static final int CLASSES = 1000;
    private static final int[] VGG_CHANNELS = {64, 128, 256, 512, 512};

    private ClassicNetworks() {}

    /** On two processors: the halves of layers 2, 4 and 5 see only their own half of the maps. */
    static Sketch alexNet() {
        var sketch = new Sketch(224);
        var halves = new String[2];
        for (int half = 0; half < 2; half++) {
            var conv1 = sketch.convolution("conv1/" + half, 11, 4, 2, 48, Sketch.IMAGE);
            var norm1 = sketch.responseNormalisation("norm1/" + half, conv1);
            var pool1 = sketch.maxPooling("pool1/" + half, 3, 2, 0, norm1);
            var conv2 = sketch.convolution("conv2/" + half, 5, 1, 2, 128, pool1);
            var norm2 = sketch.responseNormalisation("norm2/" + half, conv2);
            halves[half] = sketch.maxPooling("pool2/" + half, 3, 2, 0, norm2);
        }
        var both = sketch.concatenation("across", halves);
        for (int half = 0; half < 2; half++) {
            var conv3 = sketch.convolution("conv3/" + half, 3, 1, 1, 192, both);
            var conv4 = sketch.convolution("conv4/" + half, 3, 1, 1, 192, conv3);
            var conv5 = sketch.convolution("conv5/" + half, 3, 1, 1, 128, conv4);
            halves[half] = sketch.maxPooling("pool5/" + half, 3, 2, 0, conv5);
        }
        return classified(sketch, sketch.concatenation("joined", halves));
    }

    /** @param convolutions of each of the five stages */
    static Sketch vgg(int... convolutions) {
        var sketch = new Sketch(224);
        var last = Sketch.IMAGE;
        for (int stage = 0; stage < convolutions.length; stage++) {
            for (int i = 1; i <= convolutions[stage]; i++) {
                last = sketch.convolution("conv%d-%d".formatted(stage + 1, i), 3, 1, 1, VGG_CHANNELS[stage], last);
            }
            last = sketch.maxPooling("pool" + (stage + 1), 2, 2, 0, last);
        }
        return classified(sketch, last);
    }

    private static Sketch classified(Sketch sketch, String maps) {
        return sketch.classes(CLASSES, sketch.dense("fc7", 4096, sketch.dense("fc6", 4096, maps)));
    }
}
