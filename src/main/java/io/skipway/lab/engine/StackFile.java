package io.skipway.lab.engine;

import io.skipway.lab.engine.StackPlan.Told;
import io.skipway.lab.engine.stack.Gradients;
import io.skipway.lab.engine.stack.OpenBlas;
import io.skipway.lab.engine.stack.Optimiser;
import io.skipway.lab.engine.stack.UniformStack;
import io.skipway.lab.network.Network;
import io.skipway.lab.network.Network.Precision;
import io.skipway.lab.network.NetworkGradients;
import io.skipway.lab.network.NetworkGradients.Gradient;
import io.skipway.lab.network.NetworkRejected;
import io.skipway.lab.network.Tensor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A network of a file on a {@link UniformStack}. */
final class StackFile {
    private static final Optimiser NONE = new Optimiser.Descent(0);

    /** A gradient divided by 2 to the exponent. */
    private static final class Kept {
        private final double[] values;
        private final int exponent;

        Kept(double[] values, int exponent) {
            this.values = values;
            this.exponent = exponent;
        }
    }

    private final Network network;
    private final StackPlan plan;
    private final Map<String, Kept> told = new HashMap<>();

    /** @throws NetworkRejected if it is no uniform stack */
    StackFile(Network network) {
        this.network = network;
        plan = new StackPlan(network);
    }

    NetworkGradients differentiate(OpenBlas.Products products) {
        var loss = network.precision() == Precision.FLOAT32 ? inFloat(products) : inDouble(products);
        var parameters = new LinkedHashMap<String, Gradient>();
        var activations = new LinkedHashMap<String, Gradient>();
        activations.put(
                Network.INPUT, plan.layout().inputs() == plan.layout().width() ? of(Network.INPUT) : belowStem());
        for (var node : network.nodes()) {
            activations.put(node.id(), of(node.id()));
            node.operation().parameters().forEach((name, value) -> {
                var key = node.id() + "." + name;
                parameters.put(key, gradient(plan.parameters().get(key), value.shape()));
            });
        }
        return new NetworkGradients(loss, parameters, activations);
    }

    private double inDouble(OpenBlas.Products products) {
        var stack = products.inDouble(plan.layout(), plan.weights(), NONE);
        for (var parameter : stack.parameters()) {
            var value = value(parameter.name());
            System.arraycopy(value, 0, parameter.value(), 0, value.length);
        }
        stack.bias(plan.biases());
        return stack.differentiate(network.input().data(), network.labels(), new Keeping<double[]>() {
            @Override
            double[] copy(double[] gradient) {
                return gradient.clone();
            }
        });
    }

    private double inFloat(OpenBlas.Products products) {
        var stack = products.inFloat(plan.layout(), plan.weights(), NONE);
        for (var parameter : stack.parameters()) {
            var value = value(parameter.name());
            for (var i = 0; i < value.length; i++) {
                parameter.value()[i] = (float) value[i];
            }
        }
        stack.bias(plan.biases());
        return stack.differentiate(network.input().data(), network.labels(), new Keeping<float[]>() {
            @Override
            double[] copy(float[] gradient) {
                var wide = new double[gradient.length];
                for (var i = 0; i < wide.length; i++) {
                    wide[i] = gradient[i];
                }
                return wide;
            }
        });
    }

    private abstract class Keeping<A> implements Gradients<A> {
        abstract double[] copy(A gradient);

        @Override
        public void take(String name, A gradient, int exponent) {
            told.put(name, new Kept(copy(gradient), exponent));
        }

        @Override
        public void pass(String name, A gradient, int exponent) {
            take(name, gradient, exponent);
        }
    }

    private double[] value(String parameter) {
        return Objects.requireNonNull(plan.values().get(parameter)).data();
    }

    private Gradient of(String id) {
        return gradient(plan.activations().get(id), network.shape(id));
    }

    private Gradient gradient(@Nullable Told known, List<Integer> shape) {
        var source = Objects.requireNonNull(known);
        var kept = Objects.requireNonNull(told.get(source.name()));
        return gradient(Norms.times(kept.values, source.factor()), kept.exponent, shape);
    }

    /** dL/dx = dL/dh_0 W^T, which training has no need of. */
    private Gradient belowStem() {
        var above = Objects.requireNonNull(told.get("h0"));
        var stem = plan.weights().getFirst();
        var inputs = plan.layout().inputs();
        var width = plan.layout().width();
        var below = new double[network.batch() * inputs];
        for (var i = 0; i < below.length; i++) {
            for (var j = 0; j < width; j++) {
                below[i] += above.values[i / inputs * width + j] * stem[i % inputs * width + j];
            }
        }
        return gradient(below, above.exponent, network.input().shape());
    }

    /** The norm first: it may be in range where its elements are not. */
    private static Gradient gradient(double[] values, int exponent, List<Integer> shape) {
        var norm = Math.scalb(Norms.euclidean(values), exponent);
        var scaled = new double[values.length];
        for (var i = 0; i < scaled.length; i++) {
            scaled[i] = Math.scalb(values[i], exponent);
        }
        return new Gradient(norm, new Tensor(shape, scaled));
    }
}
