package io.skipway.lab.engine.stack;

import java.util.Arrays;

/** The mean over each map, a dense layer without bias, and softmax cross-entropy, the mean over the batch. */
final class PooledHead<A> {
    /** [channels, classes]. */
    final Parameter<A> weights;

    final Operand<A> gradient;
    private final int channels;
    private final int batch;
    private final int area;
    private final int classes;
    private final Blas<A> blas;
    private final Loops<A> loops;

    /** Of one image with its border: what makes the mean of a map. */
    private final Window<A> parts;

    private final Window<A> head;
    private final Window<A> dHead;
    /** [channels, batch]; and the same in a single column. */
    private final Window<A> pooled;

    private final Window<A> column;
    private final Window<A> logits;
    private final Window<A> dLogits;

    /** Makes its arrays. */
    PooledHead(
            double[] start,
            ImageLayout layout,
            Optimiser optimiser,
            Blas<A> blas,
            Loops<A> loops,
            MapLoops<A> mapLoops) {
        this.blas = blas;
        this.loops = loops;
        channels = layout.channels();
        batch = layout.batch();
        area = layout.area();
        classes = layout.classes();
        weights = Parameter.of("head_W", start, optimiser, loops);
        gradient = loops.operand(channels * classes);
        head = mapLoops.window(weights.operand(), 0, classes);
        dHead = mapLoops.window(gradient, 0, classes);
        var means = loops.operand(channels * batch);
        pooled = mapLoops.window(means, 0, batch);
        column = mapLoops.window(means, 0, 1);
        logits = mapLoops.window(loops.operand(batch * classes), 0, classes);
        dLogits = mapLoops.window(loops.operand(batch * classes), 0, classes);
        var inside = new double[area];
        for (var y = 1; y <= layout.height(); y++) {
            var row = y * (layout.width() + 2);
            Arrays.fill(inside, row + 1, row + 1 + layout.width(), 1.0 / (layout.height() * layout.width()));
        }
        parts = mapLoops.window(loops.operand(loops.of(inside)), 0, area);
    }

    /** The loss. */
    double forward(Maps<A> h, int[] labels) {
        blas.multiplyByTransposed(h.images, parts, column, channels * batch, 1, area, false);
        blas.multiply(pooled, true, head, logits, batch, classes, channels, false);
        return loops.crossEntropy(logits.array(), labels, dLogits.array());
    }

    /** d becomes the gradient of the maps. */
    void backward(Maps<A> d) {
        blas.multiply(pooled, false, dLogits, dHead, channels, classes, batch, false);
        blas.multiplyByTransposed(head, dLogits, pooled, channels, batch, classes, false);
        blas.multiply(column, false, parts, d.images, channels * batch, area, 1, false);
    }

    double accuracy(int[] labels) {
        return (double) loops.hits(logits.array(), labels) / labels.length;
    }
}
