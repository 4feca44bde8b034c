package io.skipway.lab.engine;

/** GoogLeNet without its auxiliary classifiers (Szegedy et al. 2014, table 1), at 224 x 224. */
final class GoogLeNets {
    private GoogLeNets() {}

    static Sketch googLeNet() {
        var sketch = new Sketch(224);
        var conv1 = sketch.convolution("conv1", 7, 2, 3, 64, Sketch.IMAGE);
        var pool1 = sketch.responseNormalisation("norm1", sketch.maxPooling("pool1", 3, 2, 1, conv1));
        var reduced = sketch.convolution("conv2-reduce", 1, 1, 0, 64, pool1);
        var conv2 = sketch.responseNormalisation("norm2", sketch.convolution("conv2", 3, 1, 1, 192, reduced));
        var last = sketch.maxPooling("pool2", 3, 2, 1, conv2);
        last = module(sketch, "3a", last, 64, 96, 128, 16, 32, 32);
        last = module(sketch, "3b", last, 128, 128, 192, 32, 96, 64);
        last = sketch.maxPooling("pool3", 3, 2, 1, last);
        last = module(sketch, "4a", last, 192, 96, 208, 16, 48, 64);
        last = module(sketch, "4b", last, 160, 112, 224, 24, 64, 64);
        last = module(sketch, "4c", last, 128, 128, 256, 24, 64, 64);
        last = module(sketch, "4d", last, 112, 144, 288, 32, 64, 64);
        last = module(sketch, "4e", last, 256, 160, 320, 32, 128, 128);
        last = sketch.maxPooling("pool4", 3, 2, 1, last);
        last = module(sketch, "5a", last, 256, 160, 320, 32, 128, 128);
        last = module(sketch, "5b", last, 384, 192, 384, 48, 128, 128);
        return sketch.classes(1000, sketch.averageOfMap("average", last));
    }

    private static String module(
            Sketch sketch, String name, String from, int one, int reduce3, int three, int reduce5, int five, int pool) {
        var pooled = sketch.maxPooling(name + "-pool", 3, 1, 1, from);
        return sketch.concatenation(
                name,
                sketch.convolution(name + "-1x1", 1, 1, 0, one, from),
                sketch.convolution(
                        name + "-3x3",
                        3,
                        1,
                        1,
                        three,
                        sketch.convolution(name + "-3x3-reduce", 1, 1, 0, reduce3, from)),
                sketch.convolution(
                        name + "-5x5", 5, 1, 2, five, sketch.convolution(name + "-5x5-reduce", 1, 1, 0, reduce5, from)),
                sketch.convolution(name + "-pool-project", 1, 1, 0, pool, pooled));
    }
}
