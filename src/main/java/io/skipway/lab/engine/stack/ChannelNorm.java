package io.skipway.lab.engine.stack;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Batch normalisation of every channel by the batch's own mean and biased variance (Ioffe and Szegedy 2015, section 3.2),
 * and the ReLU after it: {@code relu(gamma x + beta)} with {@code x = (z - mean) / √(variance + 1e-5)}, channel by channel,
 * which stay in the nearest cache.
 */
final class ChannelNorm<A> {
    private static final double EPSILON = 1e-5;

    /** What the layers of a stack share: the mask, the weights of a mean, and the gradients. */
    static final class Scratch<A> {
        private final A mask;
        private final Window<A> parts;
        final A gamma;
        final A beta;

        Scratch(ImageLayout layout, Loops<A> loops, MapLoops<A> mapLoops) {
            var inside = new double[layout.positions()];
            for (var i = 0; i < inside.length; i++) {
                var y = i % layout.area() / (layout.width() + 2);
                var x = i % (layout.width() + 2);
                inside[i] = y > 0 && y <= layout.height() && x > 0 && x <= layout.width() ? 1 : 0;
            }
            var row = loops.of(inside);
            mask = loops.array(layout.channels() * inside.length);
            loops.spread(row, mask);
            loops.scale(1.0 / layout.pixels(), row);
            parts = mapLoops.window(loops.operand(row), 0, inside.length);
            gamma = loops.array(layout.channels());
            beta = loops.array(layout.channels());
        }
    }

    final Parameter<A> gamma;
    final Parameter<A> beta;
    private final int channels;
    private final int positions;
    private final int pixels;
    private final Blas<A> blas;
    private final MapLoops<A> loops;
    private final Scratch<A> scratch;
    private final double[] inverse;

    ChannelNorm(
            String name,
            ImageLayout layout,
            Optimiser optimiser,
            Blas<A> blas,
            Loops<A> loops,
            MapLoops<A> mapLoops,
            Scratch<A> scratch) {
        channels = layout.channels();
        positions = layout.positions();
        pixels = layout.pixels();
        this.blas = blas;
        this.loops = mapLoops;
        this.scratch = scratch;
        inverse = new double[channels];
        var ones = new double[channels];
        Arrays.fill(ones, 1);
        gamma = Parameter.of(name + "_gamma", ones, optimiser, loops);
        beta = Parameter.of(name + "_beta", new double[channels], optimiser, loops);
    }

    /** z becomes z - mean, and f {@code relu(skip + gamma x + beta)}, both with borders of zeros. */
    void forward(Maps<A> z, @Nullable Maps<A> skip, Maps<A> f) {
        for (var channel = 0; channel < channels; channel++) {
            var row = z.rows.get(channel);
            var from = channel * positions;
            var to = from + positions;
            loops.centre(scratch.mask, blas.dot(row, scratch.parts, positions), from, to, z.array());
            inverse[channel] = 1 / Math.sqrt(blas.dot(row, row, positions) / pixels + EPSILON);
            var scale = loops.get(gamma.value(), channel) * inverse[channel];
            var shift = loops.get(beta.value(), channel);
            if (skip == null) {
                loops.activate(z.array(), scratch.mask, scale, shift, from, to, f.array());
            } else {
                loops.activate(skip.array(), z.array(), scratch.mask, scale, shift, from, to, f.array());
            }
        }
    }

    /**
     * {@code dz = gamma / √(variance + epsilon) (dn - mean(dn) - x mean(x dn))}; the gradients of gamma and beta stay in
     * the scratch.
     *
     * @param z as {@link #forward} left it
     */
    void backward(Maps<A> dn, Maps<A> z, Maps<A> dz) {
        for (var channel = 0; channel < channels; channel++) {
            var row = dn.rows.get(channel);
            var from = channel * positions;
            var mean = blas.dot(row, scratch.parts, positions);
            var along = inverse[channel] * blas.dot(row, z.rows.get(channel), positions);
            loops.set(scratch.beta, channel, mean * pixels);
            loops.set(scratch.gamma, channel, along);
            loops.normaliseBack(
                    dn.array(),
                    z.array(),
                    scratch.mask,
                    loops.get(gamma.value(), channel) * inverse[channel],
                    mean,
                    inverse[channel] * along / pixels,
                    from,
                    from + positions,
                    dz.array());
        }
    }
}
