package io.skipway.lab.engine;

import io.skipway.lab.Activation;
import io.skipway.lab.engine.stack.Biases;
import io.skipway.lab.engine.stack.Layout;
import io.skipway.lab.network.Network;
import io.skipway.lab.network.Network.Node;
import io.skipway.lab.network.NetworkRejected;
import io.skipway.lab.network.Operation;
import io.skipway.lab.network.Operation.Add;
import io.skipway.lab.network.Operation.BatchNorm;
import io.skipway.lab.network.Operation.Dense;
import io.skipway.lab.network.Operation.Function;
import io.skipway.lab.network.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds a {@link Layout} in a network of a file, and which of its arrays are which of the stack's; or says why there is none. */
final class StackPlan {
    /** A gradient of the stack, times a factor. */
    record Told(String name, double factor) {}

    private record Layer(Activation activation, boolean normalised, double epsilon, boolean residual, double scale) {}

    private final Network network;
    private final int width;
    private final List<double[]> weights = new ArrayList<>();
    private final Map<String, Tensor> values = new HashMap<>();
    private final Map<String, double[]> biases = new HashMap<>();
    private final Map<String, Told> parameters = new HashMap<>();
    private final Map<String, Told> activations = new HashMap<>();
    private final Layout layout;
    private String below = Network.INPUT;
    private int next;

    /** @throws NetworkRejected if it is no uniform stack, with the node where it ceases to be one */
    StackPlan(Network network) {
        this.network = network;
        if (!(network.nodes().getLast().operation() instanceof Dense head)
                || network.input().shape().size() != 2) {
            throw refused(network.nodes().size() - 1, "input and head are not those of dense layers");
        }
        width = head.weights().size(0);
        var inputs = network.input().size(1);
        if (inputs == width) {
            activations.put(Network.INPUT, new Told("h0", 1));
        } else {
            activations.put(dense("stem_W", width).id(), new Told("h0", 1));
        }
        var layers = new ArrayList<Layer>();
        while (next < network.nodes().size() - 1) {
            var start = next;
            layers.add(layer(layers.size() + 1));
            if (!layers.getLast().equals(layers.getFirst())) {
                throw refused(start, "this layer differs from the first in more than its weights");
            }
        }
        activations.put(dense("head_W", network.classes()).id(), new Told("logits", 1));
        if (layers.isEmpty()) {
            throw refused(0, "it has no layer between input and head");
        }
        var kind = layers.getFirst();
        layout = new Layout(
                inputs,
                width,
                layers.size(),
                network.classes(),
                network.batch(),
                kind.activation(),
                kind.normalised(),
                kind.residual(),
                kind.scale(),
                kind.epsilon());
    }

    Layout layout() {
        return layout;
    }

    /** Stem, layers and head, as the stack takes them. */
    List<double[]> weights() {
        return weights;
    }

    /** By the stack's own names. */
    Map<String, Tensor> values() {
        return values;
    }

    /** By the stack's names of the weights beside which they stand. */
    Map<String, double[]> biases() {
        return biases;
    }

    /** By the file's names. */
    Map<String, Told> parameters() {
        return parameters;
    }

    /** By the file's names; the input is not among them where a stem stands above it. */
    Map<String, Told> activations() {
        return activations;
    }

    private Layer layer(int number) {
        var source = below;
        var product = dense("f" + number + "_W", width);
        activations.put(product.id(), new Told("z" + number, 1));
        var normalised = peek() instanceof BatchNorm;
        var epsilon = Layout.EPSILON;
        if (peek() instanceof BatchNorm norm) {
            epsilon = norm.epsilon();
            var node = chained();
            activations.put(node.id(), new Told("a" + number, 1));
            parameter(node, "gamma", "n" + number + "_gamma");
            parameter(node, "beta", "n" + number + "_beta");
        }
        if (!(peek() instanceof Function function)) {
            throw refused(next, "an activation should stand here");
        }
        var branch = chained();
        activations.put(branch.id(), new Told("h" + number, 1));
        if (!(peek() instanceof Add sum)) {
            return new Layer(function.activation(), normalised, epsilon, false, 1);
        }
        var node = network.nodes().get(next);
        var skip = node.from().indexOf(source);
        if (node.from().size() != 2 || skip < 0 || !node.from().get(1 - skip).equals(branch.id())) {
            throw refused(next, "it does not add the layer to what the layer was given");
        }
        if (sum.scale().get(skip) != 1) {
            throw refused(next, "the identity path is scaled");
        }
        var scale = sum.scale().get(1 - skip);
        activations.put(branch.id(), new Told("h" + number, scale));
        activations.put(node.id(), new Told("h" + number, 1));
        below = node.id();
        next++;
        return new Layer(function.activation(), normalised, epsilon, true, scale);
    }

    private Node dense(String name, int out) {
        if (!(peek() instanceof Dense dense)) {
            throw refused(next, "a dense layer should stand here");
        }
        if (dense.weights().size(1) != out) {
            throw refused(
                    next,
                    "it is %d wide and the head takes %d"
                            .formatted(dense.weights().size(1), width));
        }
        var node = chained();
        weights.add(dense.weights().data());
        parameter(node, "W", name);
        if (dense.bias() != null) {
            biases.put(name, dense.bias().data());
            parameters.put(node.id() + ".b", new Told(Biases.name(name), 1));
        }
        return node;
    }

    private void parameter(Node node, String own, String name) {
        var value = node.operation().parameters().get(own);
        if (value != null) {
            values.put(name, value);
            parameters.put(node.id() + "." + own, new Told(name, 1));
        }
    }

    private Operation peek() {
        return network.nodes().get(next).operation();
    }

    /** The next node, which takes what the last one gave. */
    private Node chained() {
        var node = network.nodes().get(next);
        if (!node.from().equals(List.of(below))) {
            throw refused(next, "it does not take \"%s\"".formatted(below));
        }
        below = node.id();
        next++;
        return node;
    }

    private NetworkRejected refused(int node, String reason) {
        return new NetworkRejected(
                "nodes[%d] \"%s\"".formatted(node, network.nodes().get(node).id()),
                "not a uniform dense stack, %s; take --engine=graph".formatted(reason));
    }
}
