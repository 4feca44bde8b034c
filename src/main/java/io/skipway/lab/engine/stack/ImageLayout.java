package io.skipway.lab.engine.stack;

import java.util.stream.IntStream;

/**
 * A stack of 3x3 convolutions of equal channels, each with zero padding that keeps the size, no bias, batch normalisation
 * and ReLU: plain, or with an identity from the first to the end of every block of two, {@code relu(h + BN(K2 relu(BN(K1
 * h))))} (He et al. 2015, section 4), or, with pre-activation, {@code s + K2 relu(BN(K1 relu(BN(s))))} (He et al. 2016, figure
 * 4 e), where s is what the identity hands on; the last s is normalised and passes a ReLU before the head. A plain stack is the same either way. Before them stands one such layer, the stem, that makes the channels of the
 * image's; after them the mean over each map and a dense head, without bias, of softmax cross-entropy.
 *
 * @param inputs channels of an image
 * @param depth layers with weights as He et al. count them: the stem, the blocks' and the head; even, at least 4
 * @param batch images of every step
 * @param preActivation whether normalisation and ReLU stand before the convolutions of a block
 */
public record ImageLayout(
        int inputs,
        int height,
        int width,
        int channels,
        int depth,
        int classes,
        int batch,
        boolean residual,
        boolean preActivation) {
    private static final int STRIP = 900;

    public ImageLayout {
        if (depth < 4 || depth % 2 != 0) {
            throw new IllegalArgumentException("A stem, blocks of two and a head have no depth of " + depth);
        }
    }

    /** With the original blocks. */
    public ImageLayout(
            int inputs, int height, int width, int channels, int depth, int classes, int batch, boolean residual) {
        this(inputs, height, width, channels, depth, classes, batch, residual, false);
    }

    /** The same network for batches of another size. */
    public ImageLayout withBatch(int other) {
        return new ImageLayout(inputs, height, width, channels, depth, classes, other, residual, preActivation);
    }

    /** Of the blocks. */
    public int layers() {
        return depth - 2;
    }

    /** Of an image with its border. */
    int area() {
        return (height + 2) * (width + 2);
    }

    /** Of a whole batch with its borders. */
    int positions() {
        return batch * area();
    }

    /** Without the borders. */
    int pixels() {
        return batch * height * width;
    }

    /** Before the first pixel, and after the last. */
    int margin() {
        return width + 3;
    }

    /**
     * Where the strips begin in which a product goes from the first pixel to the last, and where the last one ends: what it
     * writes stays in the cache, and OpenBLAS has quicker products of small matrices.
     */
    int[] strips() {
        var reach = positions() - 2 * margin();
        var count = (reach + STRIP - 1) / STRIP;
        return IntStream.rangeClosed(0, count)
                .map(strip -> margin() + strip * reach / count)
                .toArray();
    }
}
