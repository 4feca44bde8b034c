package io.skipway.lab.engine.stack;

import java.util.Arrays;

/**
 * Batch normalisation of one layer by the batch's own mean and biased variance (Ioffe and Szegedy 2015, algorithm 1):
 * {@code n = gamma x + beta} with {@code x = (z - mean) / √(variance + epsilon)}.
 */
final class BatchNorm<A> {
    /** What the layers of a stack share: three arrays of a batch, two rows, and the weights that make sums and means. */
    static final class Scratch<A> {
        private final Operand<A> first;
        private final A second;
        private final A third;
        private final Operand<A> row;
        private final Operand<A> ones;
        private final Operand<A> parts;
        final Operand<A> gamma;
        final Operand<A> beta;

        Scratch(Layout layout, Loops<A> loops) {
            first = loops.operand(layout.batch() * layout.width());
            second = loops.array(layout.batch() * layout.width());
            third = loops.array(layout.batch() * layout.width());
            row = loops.operand(layout.width());
            gamma = loops.operand(layout.width());
            beta = loops.operand(layout.width());
            ones = constant(layout.batch(), 1, loops);
            parts = constant(layout.batch(), 1.0 / layout.batch(), loops);
        }
    }

    final Parameter<A> gamma;
    final Parameter<A> beta;
    private final Layout layout;
    private final Blas<A> blas;
    private final Loops<A> loops;
    private final Scratch<A> scratch;
    private final A x;
    private final A inverse;
    private final A centre;

    BatchNorm(int layer, Layout layout, Optimiser optimiser, Blas<A> blas, Loops<A> loops, Scratch<A> scratch) {
        this.layout = layout;
        this.blas = blas;
        this.loops = loops;
        this.scratch = scratch;
        var ones = new double[layout.width()];
        gamma = Parameter.of("n" + layer + "_gamma", filled(ones, 1), optimiser, loops);
        beta = Parameter.of("n" + layer + "_beta", new double[layout.width()], optimiser, loops);
        x = loops.array(layout.batch() * layout.width());
        inverse = loops.array(layout.width());
        centre = loops.array(layout.width());
    }

    /**
     * z becomes n.
     *
     * @param holds takes mean and variance of the last batch instead of this one's
     */
    void forward(Operand<A> operand, boolean holds) {
        var z = operand.array();
        var first = scratch.first.array();
        var row = scratch.row.array();
        if (!holds) {
            mean(operand);
            System.arraycopy(row, 0, centre, 0, layout.width());
        }
        loops.spread(centre, first);
        loops.add(z, -1, first, z);
        if (!holds) {
            loops.multiply(z, z, first);
            mean(scratch.first);
            loops.inverseRoot(row, layout.epsilon(), inverse);
        }
        loops.spread(inverse, first);
        loops.multiply(z, first, x);
        loops.spread(gamma.value(), first);
        loops.spread(beta.value(), scratch.second);
        loops.affine(x, first, scratch.second, z);
    }

    /**
     * dn becomes {@code dz = gamma / √(variance + epsilon) (dn - mean(dn) - x mean(x dn))}; the gradients of gamma and beta
     * stay in the scratch.
     */
    void backward(Operand<A> operand) {
        var dn = operand.array();
        var first = scratch.first.array();
        var row = scratch.row.array();
        blas.combineRows(operand, scratch.ones, scratch.beta, layout.batch(), layout.width());
        loops.multiply(x, dn, first);
        blas.combineRows(scratch.first, scratch.ones, scratch.gamma, layout.batch(), layout.width());
        mean(scratch.first);
        loops.spread(row, scratch.second);
        mean(operand);
        loops.spread(row, first);
        loops.multiply(gamma.value(), inverse, row);
        loops.spread(row, scratch.third);
        loops.normaliseBack(first, x, scratch.second, scratch.third, dn);
    }

    /** Into the scratch's row. */
    private void mean(Operand<A> of) {
        blas.combineRows(of, scratch.parts, scratch.row, layout.batch(), layout.width());
    }

    private static <A> Operand<A> constant(int length, double value, Loops<A> loops) {
        return loops.operand(loops.of(filled(new double[length], value)));
    }

    private static double[] filled(double[] array, double value) {
        Arrays.fill(array, value);
        return array;
    }
}
