package io.skipway.lab.engine.stack;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The network of an {@link ImageLayout}, on arrays made once: a step allocates nothing. For one thread at a time. */
public final class ImageStack<A> implements ImageNetwork {
    private final ImageLayout layout;
    private final Blas<A> blas;
    private final Loops<A> loops;
    private final MapLoops<A> mapLoops;
    private final Optimiser optimiser;

    /** The stem first. */
    private final List<Convolution<A>> convolutions = new ArrayList<>();

    private final List<ChannelNorm<A>> norms;
    private final PooledHead<A> head;
    private final ChannelNorm.Scratch<A> scratch;

    private final Maps<A> x;
    /** Of each layer, what its convolution gave, less the mean, and what came out of it. */
    private final List<Maps<A>> z;

    private final List<Maps<A>> h;
    private final Maps<A> dz;
    private Maps<A> d;
    private Maps<A> spare;

    private double stemNorm;
    private int steps;

    /**
     * Makes its arrays.
     *
     * @param start the kernels of the stem and of the layers, each [out, in, 3, 3], and the weights of the head, [channels,
     *     classes]; row-major
     */
    ImageStack(
            ImageLayout layout,
            List<double[]> start,
            Optimiser optimiser,
            Blas<A> blas,
            Loops<A> loops,
            MapLoops<A> mapLoops) {
        this.layout = layout;
        this.blas = blas;
        this.loops = loops;
        this.mapLoops = mapLoops;
        this.optimiser = optimiser;
        var kernels = start.iterator();
        var channels = layout.channels();
        convolutions.add(convolution("stem", layout.inputs(), loops.operand(9 * layout.inputs() * channels), kernels));
        var shared = loops.operand(9 * channels * channels);
        for (var layer = 1; layer <= layout.layers(); layer++) {
            convolutions.add(convolution("f" + layer, channels, shared, kernels));
        }
        head = new PooledHead<>(kernels.next(), layout, optimiser, blas, loops, mapLoops);
        scratch = new ChannelNorm.Scratch<>(layout, loops, mapLoops);
        norms = each(layer -> new ChannelNorm<>("n" + layer, layout, optimiser, blas, loops, mapLoops, scratch));
        x = new Maps<>(layout.inputs(), layout, loops, mapLoops);
        z = each(_ -> maps());
        h = each(_ -> maps());
        d = maps();
        dz = maps();
        spare = maps();
    }

    private Convolution<A> convolution(String name, int in, Operand<A> gradient, Iterator<double[]> kernels) {
        var start = Convolution.tapsFirst(kernels.next());
        var kernel = Parameter.of(name + "_W", start, optimiser, loops);
        return new Convolution<>(kernel, gradient, in, layout.channels(), blas, mapLoops);
    }

    private <T> List<T> each(IntFunction<T> make) {
        return IntStream.rangeClosed(0, layout.layers()).mapToObj(make).toList();
    }

    private Maps<A> maps() {
        return new Maps<>(layout.channels(), layout, loops, mapLoops);
    }

    /** @param features [batch, inputs, height, width] in row-major order */
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
        var loss = evaluate(features, labels);
        backward(true, gradients);
        return loss;
    }

    /** As {@link #learn}, but changes no parameter, and tells every parameter's gradient, in the order of its value. */
    public double differentiate(double[] features, int[] labels, Gradients<A> gradients) {
        var loss = evaluate(features, labels);
        backward(false, gradients);
        return loss;
    }

    @Override
    public double evaluate(double[] features, int[] labels) {
        x.load(features, layout, mapLoops);
        for (var layer = 0; layer <= layout.layers(); layer++) {
            convolutions.get(layer).forward(layer == 0 ? x : h.get(layer - 1), z.get(layer));
            var ends = endsBlock(layer);
            if (ends && layout.preActivation()) {
                // s_k = s_(k-2) + K_k h_(k-1). What is left there is less its mean, and normalising takes means away.
                loops.add(
                        z.get(layer).array(),
                        1,
                        z.get(layer - 2).array(),
                        z.get(layer).array());
            }
            norms.get(layer)
                    .forward(z.get(layer), ends && !layout.preActivation() ? h.get(layer - 2) : null, h.get(layer));
        }
        return head.forward(h.getLast(), labels);
    }

    @Override
    public double accuracy(int[] labels) {
        return head.accuracy(labels);
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
    public double stemNorm() {
        return stemNorm;
    }

    /** All that is learnt, from the stem to the head; kernels are [3, 3, out, in]. */
    public List<Parameter<A>> parameters() {
        var all = new ArrayList<Parameter<A>>();
        for (var layer = 0; layer <= layout.layers(); layer++) {
            all.add(convolutions.get(layer).kernel);
            all.add(norms.get(layer).gamma);
            all.add(norms.get(layer).beta);
        }
        all.add(head.weights);
        return all;
    }

    /** Where an identity comes in. */
    private boolean endsBlock(int layer) {
        return layout.residual() && layer > 0 && layer % 2 == 0;
    }

    private void backward(boolean learns, @Nullable Gradients<A> gradients) {
        head.backward(d);
        use(head.weights, head.gradient.array(), learns, gradients);
        for (var layer = layout.layers(); layer >= 0; layer--) {
            var convolution = convolutions.get(layer);
            var norm = norms.get(layer);
            var below = layer == 0 ? x : h.get(layer - 1);
            // Clears the borders too, where h is 0.
            loops.reluBack(d.array(), h.get(layer).array(), 1, d.array());
            norm.backward(d, z.get(layer), dz);
            if (layout.preActivation()) {
                passIdentity(layer);
            }
            convolution.differentiate(below, dz);
            // Before the kernel moves. The identity's part waits in the spare array until its block begins.
            if (layer > 0) {
                var joins = !layout.preActivation() && layout.residual() && layer % 2 == 1;
                var old = d;
                if (joins || (!layout.preActivation() && endsBlock(layer))) {
                    d = spare;
                    spare = old;
                }
                convolution.backward(dz, d, joins);
            } else {
                stemNorm = Math.sqrt(blas.dot(convolution.gradient, convolution.gradient));
            }
            use(norm.gamma, scratch.gamma, learns, gradients);
            use(norm.beta, scratch.beta, learns, gradients);
            use(convolution.kernel, convolution.gradient.array(), learns, gradients);
        }
    }

    /** dL/ds_k = dL/ds_(k+2) + the part by the normalisation of s_k, where k is even; that waits in the spare array. */
    private void passIdentity(int layer) {
        if (layout.residual() && layer % 2 == 0) {
            if (layer < layout.layers()) {
                loops.add(dz.array(), 1, spare.array(), dz.array());
            }
            mapLoops.copy(dz.array(), spare.array());
        }
    }

    private void use(Parameter<A> parameter, A gradient, boolean learns, @Nullable Gradients<A> gradients) {
        if (gradients != null) {
            gradients.take(parameter.name(), gradient, 0);
        }
        if (learns) {
            optimiser.update(parameter, gradient, 1, steps, loops);
        }
    }
}
