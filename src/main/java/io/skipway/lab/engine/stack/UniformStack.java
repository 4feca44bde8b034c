package io.skipway.lab.engine.stack;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The network of a {@link Layout}, on arrays made once: a step allocates nothing. For one thread at a time.
 *
 * <p>dL/dh is kept in range by powers of two, which are exact, and their exponent is carried along: it vanishes and explodes
 * with depth by more than a float can hold, and long before that arithmetic on denormal numbers is ten times slower.
 */
public final class UniformStack<A> implements DenseNetwork {
    /** Beyond 2 to this, either way, dL/dh is brought back. */
    private static final int FAR = 20;

    /** Two to more than this is no float. */
    private static final int FARTHEST = 100;

    private final Layout layout;
    private final Blas<A> blas;
    private final Loops<A> loops;
    private final Optimiser optimiser;

    private final @Nullable Parameter<A> stem;
    private final Parameter<A> head;
    private final List<Parameter<A>> weights;
    private final List<BatchNorm<A>> norms;

    private final Operand<A> x;
    /** h_0 to h_depth, and what the branches gave; in a plain stack they are the same arrays. */
    private final List<Operand<A>> h = new ArrayList<>();

    private final List<A> f = new ArrayList<>();
    private final Operand<A> z;
    private final Operand<A> logits;
    private final Operand<A> dLogits;
    private final Operand<A> dHead;
    private final Operand<A> dWeights;
    private final Operand<A> dStem;
    private final Operand<A> transposed;
    private final Operand<A> transposedHead;
    private final BatchNorm.Scratch<A> scratch;
    private Operand<A> d;
    private Operand<A> spare;

    private final double[] dh;
    private final double[] dw;
    private final int[] unlabelled;
    private @Nullable Biases<A> biases;
    private boolean holds;
    private int exponent;
    private int steps;

    /**
     * Makes its arrays.
     *
     * @param start the weights of the stem, where there is one, of the layers and of the head; each [in, out], row-major
     */
    UniformStack(Layout layout, List<double[]> start, Optimiser optimiser, Blas<A> blas, Loops<A> loops) {
        this.layout = layout;
        this.blas = blas;
        this.loops = loops;
        this.optimiser = optimiser;
        var width = layout.width();
        var size = layout.batch() * width;
        stem = layout.hasStem() ? Parameter.of("stem_W", start.getFirst(), optimiser, loops) : null;
        head = Parameter.of("head_W", start.getLast(), optimiser, loops);
        var below = layout.hasStem() ? 0 : 1;
        weights = IntStream.rangeClosed(1, layout.depth())
                .mapToObj(layer -> Parameter.of("f" + layer + "_W", start.get(layer - below), optimiser, loops))
                .toList();
        scratch = new BatchNorm.Scratch<>(layout, loops);
        norms = IntStream.rangeClosed(1, layout.normalised() ? layout.depth() : 0)
                .mapToObj(layer -> new BatchNorm<>(layer, layout, optimiser, blas, loops, scratch))
                .toList();
        x = loops.operand(layout.batch() * layout.inputs());
        h.add(layout.hasStem() ? loops.operand(size) : x);
        for (var i = 0; i < layout.depth(); i++) {
            h.add(loops.operand(size));
            f.add(layout.residual() ? loops.array(size) : h.getLast().array());
        }
        z = loops.operand(size);
        d = loops.operand(size);
        spare = loops.operand(size);
        logits = loops.operand(layout.batch() * layout.classes());
        dLogits = loops.operand(layout.batch() * layout.classes());
        dHead = loops.operand(width * layout.classes());
        dWeights = loops.operand(width * width);
        dStem = loops.operand(layout.hasStem() ? layout.inputs() * width : 0);
        transposed = loops.operand(width * width);
        transposedHead = loops.operand(width * layout.classes());
        unlabelled = new int[layout.batch()];
        dh = new double[layout.depth() + 1];
        dw = new double[layout.depth()];
    }

    @Override
    public double learn(double[] features, int[] labels) {
        return step(features, labels, null);
    }

    @Override
    public double learn(double[] features, int[] labels, Gradients<double[]> gradients) {
        return step(features, labels, Gradients.widened(gradients, loops));
    }

    private double step(double[] features, int[] labels, @Nullable Gradients<A> gradients) {
        steps++;
        var loss = forward(features, labels, 0);
        backward(true, gradients);
        return loss;
    }

    /**
     * Adds biases to its products, which {@link #differentiate} tells of and no training learns.
     *
     * @param values by the name of the product's weights
     */
    public void bias(Map<String, double[]> values) {
        biases = values.isEmpty() ? null : new Biases<>(values, layout.batch(), blas, loops);
    }

    /** As {@link #learn}, but changes no parameter, and tells every gradient. */
    public double differentiate(double[] features, int[] labels, Gradients<A> gradients) {
        var loss = forward(features, labels, 0);
        backward(false, gradients);
        return loss;
    }

    @Override
    public double evaluate(double[] features, int[] labels, int without) {
        return forward(features, labels, without);
    }

    @Override
    public double[] tell(double[] features) {
        holds = true;
        forward(features, unlabelled, 0);
        holds = false;
        return loops.doubles(logits.array());
    }

    @Override
    public double[] units(int layer) {
        return loops.doubles(f.get(layer - 1));
    }

    /** The stack's own array. */
    @Override
    public double[] dh() {
        return dh;
    }

    /** The stack's own array. */
    @Override
    public double[] dw() {
        return dw;
    }

    @Override
    public Map<String, double[]> weights() {
        return Parameter.copies(parameters(), loops);
    }

    @Override
    public void put(Map<String, double[]> weights) {
        Parameter.put(weights, parameters(), loops);
    }

    @Override
    public double accuracy(int[] labels) {
        return (double) loops.hits(logits.array(), labels) / labels.length;
    }

    /** All that is learnt, the stem first and the head last. */
    public List<Parameter<A>> parameters() {
        var all = new ArrayList<Parameter<A>>();
        if (stem != null) {
            all.add(stem);
        }
        all.addAll(weights);
        norms.forEach(norm -> all.addAll(List.of(norm.gamma, norm.beta)));
        all.add(head);
        return all;
    }

    private double forward(double[] features, int[] labels, int without) {
        var width = layout.width();
        loops.copy(features, x.array());
        if (stem != null) {
            multiply(x, stem, h.getFirst(), width, layout.inputs());
        }
        for (var i = 0; i < layout.depth(); i++) {
            if (i == without - 1) {
                copy(h.get(i).array(), h.get(i + 1).array());
                continue;
            }
            multiply(h.get(i), weights.get(i), z, width, width);
            if (layout.normalised()) {
                norms.get(i).forward(z, holds);
            }
            switch (layout.activation()) {
                case SIGMOID -> loops.sigmoid(z.array(), f.get(i));
                case TANH -> loops.tanh(z.array(), f.get(i));
                case RELU -> loops.relu(z.array(), f.get(i));
                case IDENTITY -> throw new AssertionError();
            }
            if (layout.residual()) {
                loops.add(
                        h.get(i).array(), layout.scale(), f.get(i), h.get(i + 1).array());
            }
        }
        multiply(h.getLast(), head, logits, layout.classes(), width);
        return loops.crossEntropy(logits.array(), labels, dLogits.array());
    }

    private void multiply(Operand<A> input, Parameter<A> by, Operand<A> product, int out, int in) {
        var begun = biases != null && biases.begin(by, product.array());
        blas.multiply(input, by.operand(), product, layout.batch(), out, in, begun);
    }

    private void backward(boolean learns, @Nullable Gradients<A> gradients) {
        var batch = layout.batch();
        var width = layout.width();
        exponent = 0;
        pass("logits", 0, dLogits, gradients);
        blas.transpose(head.operand(), transposedHead, width, layout.classes());
        blas.multiply(dLogits, transposedHead, d, batch, width, layout.classes(), false);
        blas.multiplyTransposed(h.getLast(), dLogits, dHead, width, layout.classes(), batch);
        use(head, dHead.array(), learns, gradients);
        tellBias(head, dLogits, layout.classes(), gradients);
        for (var i = layout.depth() - 1; i >= 0; i--) {
            arrive(i + 1, gradients);
            var w = weights.get(i);
            backThroughActivation(f.get(i));
            pass("a", i + 1, z, gradients);
            if (layout.normalised()) {
                norms.get(i).backward(z);
                use(norms.get(i).gamma, scratch.gamma.array(), learns, gradients);
                use(norms.get(i).beta, scratch.beta.array(), learns, gradients);
            }
            pass("z", i + 1, z, gradients);
            tellBias(w, z, width, gradients);
            blas.multiplyTransposed(h.get(i), z, dWeights, width, width, batch);
            dw[i] = Math.scalb(norm(dWeights), exponent);
            blas.transpose(w.operand(), transposed, width, width);
            blas.multiply(z, transposed, layout.residual() ? d : spare, batch, width, width, layout.residual());
            if (!layout.residual()) {
                var old = d;
                d = spare;
                spare = old;
            }
            use(w, dWeights.array(), learns, gradients);
        }
        arrive(0, gradients);
        if (stem != null) {
            blas.multiplyTransposed(x, d, dStem, layout.inputs(), width, batch);
            use(stem, dStem.array(), learns, gradients);
            tellBias(stem, d, width, gradients);
        }
    }

    /** z becomes the gradient before the activation. */
    private void backThroughActivation(A output) {
        var scale = layout.residual() ? layout.scale() : 1;
        switch (layout.activation()) {
            case SIGMOID -> loops.sigmoidBack(d.array(), output, scale, z.array());
            case TANH -> loops.tanhBack(d.array(), output, scale, z.array());
            case RELU -> loops.reluBack(d.array(), output, scale, z.array());
            case IDENTITY -> throw new AssertionError();
        }
    }

    /** d is dL/dh of that layer now, but for the exponent. */
    private void arrive(int layer, @Nullable Gradients<A> gradients) {
        var norm = norm(d);
        dh[layer] = Math.scalb(norm, exponent);
        var size = Math.getExponent(norm);
        if (norm > 0 && Double.isFinite(norm) && Math.abs(size) > FAR) {
            var shift = Math.clamp(-size, -FARTHEST, FARTHEST);
            loops.scale(Math.scalb(1.0, shift), d.array());
            exponent -= shift;
        }
        if (gradients != null) {
            gradients.take("h" + layer, d.array(), exponent);
        }
    }

    /** A name is made only where somebody listens; layer 0 is none. */
    private void pass(String kind, int layer, Operand<A> gradient, @Nullable Gradients<A> gradients) {
        if (gradients != null) {
            gradients.pass(layer == 0 ? kind : kind + layer, gradient.array(), exponent);
        }
    }

    private void tellBias(Parameter<A> of, Operand<A> product, int columns, @Nullable Gradients<A> gradients) {
        if (biases != null && gradients != null) {
            biases.tell(of, product, columns, exponent, gradients);
        }
    }

    private void use(Parameter<A> parameter, A gradient, boolean learns, @Nullable Gradients<A> gradients) {
        if (gradients != null) {
            gradients.take(parameter.name(), gradient, exponent);
        }
        if (learns) {
            optimiser.update(parameter, gradient, Math.scalb(1.0, exponent), steps, loops);
        }
    }

    /** The Euclidean norm; where the squares come near the end of the range, of the values divided by the largest. */
    private double norm(Operand<A> values) {
        var squares = blas.dot(values, values);
        if (squares > 0x1p-80 && squares < 0x1p80) {
            return Math.sqrt(squares);
        }
        var largest = loops.largest(values.array());
        return largest == 0 || !Double.isFinite(largest)
                ? largest
                : largest * Math.sqrt(loops.squares(values.array(), largest));
    }

    private static <A> void copy(A from, A to) {
        System.arraycopy(from, 0, to, 0, Array.getLength(from));
    }
}
