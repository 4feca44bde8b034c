package io.skipway.lab.engine.stack;

import java.util.ArrayList;
import java.util.List;

/**
 * The nine products of each 3x3 convolution and of its two gradients alone, on maps of each layer's own, but for the stem.
 * All are zero, of which the time does not depend.
 */
public final class ImageFloor<A> {
    private final List<Convolution<A>> convolutions = new ArrayList<>();
    private final List<Maps<A>> h = new ArrayList<>();
    private final Maps<A> d;
    private final Maps<A> dz;

    private ImageFloor(ImageLayout layout, Blas<A> blas, Loops<A> loops, MapLoops<A> mapLoops) {
        var channels = layout.channels();
        var size = 9 * channels * channels;
        var gradient = loops.operand(size);
        d = new Maps<>(channels, layout, loops, mapLoops);
        dz = new Maps<>(channels, layout, loops, mapLoops);
        h.add(new Maps<>(channels, layout, loops, mapLoops));
        for (var layer = 0; layer < layout.layers(); layer++) {
            var kernel = Parameter.of("f_W", new double[size], new Optimiser.Descent(0), loops);
            convolutions.add(new Convolution<>(kernel, gradient, channels, channels, blas, mapLoops));
            h.add(new Maps<>(channels, layout, loops, mapLoops));
        }
    }

    public static ImageFloor<float[]> inFloat(ImageLayout layout, OpenBlas.Products products) {
        return new ImageFloor<>(layout, products.floats(), new FloatLoops(), new FloatMapLoops());
    }

    public static ImageFloor<double[]> inDouble(ImageLayout layout, OpenBlas.Products products) {
        return new ImageFloor<>(layout, products.doubles(), new DoubleLoops(), new DoubleMapLoops());
    }

    public void step() {
        for (var layer = 0; layer < convolutions.size(); layer++) {
            convolutions.get(layer).forward(h.get(layer), h.get(layer + 1));
        }
        for (var layer = convolutions.size() - 1; layer >= 0; layer--) {
            convolutions.get(layer).differentiate(h.get(layer), dz);
            convolutions.get(layer).backward(dz, d, false);
        }
    }
}
