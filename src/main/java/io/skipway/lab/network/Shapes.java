package io.skipway.lab.network;

import io.skipway.lab.network.Network.Node;
import io.skipway.lab.network.Network.Precision;
import io.skipway.lab.network.Operation.Add;
import io.skipway.lab.network.Operation.BatchNorm;
import io.skipway.lab.network.Operation.Convolution;
import io.skipway.lab.network.Operation.Dense;
import io.skipway.lab.network.Operation.Function;
import io.skipway.lab.network.Operation.GlobalAveragePool;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows the shapes through a network, and refuses what does not fit or is too large. */
final class Shapes {
    static final int MOST_NODES = 2_000;

    private static final int MOST_EDGES = 6_000;

    /** What a lab of this server computes at most, and what a gigabyte of memory holds. */
    private static final long MOST_VALUES = 20_000_000;

    private static final long MOST_PRODUCTS = 3_000_000_000L;

    private final Network network;
    private final Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    private String where = Network.INPUT;
    private long values;
    private long products;

    private Shapes(Network network) {
        this.network = network;
    }

    /** The shape of the input and of what comes out of each node. */
    static Map<String, List<Integer>> of(Network network) {
        var shapes = new Shapes(network);
        shapes.input();
        shapes.nodes();
        shapes.logits();
        shapes.uses();
        return shapes.shapes;
    }

    private void input() {
        var shape = network.input().shape();
        fit("input", network.input());
        if (shape.size() != 2 && shape.size() != 4) {
            throw new NetworkRejected("input.shape", shape + " is neither [N, D] nor [N, C, H, W]");
        }
        if (network.batch() != shape.getFirst()) {
            throw new NetworkRejected(
                    "labels",
                    "%d of them for a batch of %d; give one each".formatted(network.batch(), shape.getFirst()));
        }
        shapes.put(Network.INPUT, shape);
    }

    private void nodes() {
        var nodes = network.nodes();
        if (nodes.isEmpty() || nodes.size() > MOST_NODES) {
            throw new NetworkRejected("nodes", "%d of them; 1 to %d are taken".formatted(nodes.size(), MOST_NODES));
        }
        var edges = nodes.stream().mapToInt(node -> node.from().size()).sum();
        if (edges > MOST_EDGES) {
            throw new NetworkRejected(
                    "nodes", "too large, they take from %d nodes; at most %d".formatted(edges, MOST_EDGES));
        }
        for (var i = 0; i < nodes.size(); i++) {
            var node = nodes.get(i);
            where = "nodes[%d] \"%s\"".formatted(i, node.id());
            if (shapes.containsKey(node.id())) {
                throw refused("", "the id is taken already; give each node its own (\"input\" is the batch)");
            }
            node.operation().parameters().forEach((name, array) -> fit(where + "." + name, array));
            var shape = shape(node, node.from().stream().map(this::known).toList());
            grow(shape);
            shapes.put(node.id(), shape);
        }
    }

    private List<Integer> known(String id) {
        var shape = shapes.get(id);
        if (shape == null) {
            throw refused(
                    ".from",
                    "there is no node \"%s\" before this one; list nodes in the order of the pass".formatted(id));
        }
        return shape;
    }

    private List<Integer> shape(Node node, List<List<Integer>> from) {
        var isSum = node.operation() instanceof Add;
        if (isSum ? from.size() < 2 : from.size() != 1) {
            throw refused(
                    ".from", "%d given, but %s".formatted(from.size(), isSum ? "add takes 2 or more" : "it takes one"));
        }
        var in = from.getFirst();
        return switch (node.operation()) {
            case Dense it -> dense(it, in);
            case Convolution it -> convolution(it, in);
            case BatchNorm it -> {
                parameter("gamma", it.gamma(), List.of(in.get(1)));
                parameter("beta", it.beta(), List.of(in.get(1)));
                if (!(it.epsilon() > 0 && it.epsilon() <= 1)) {
                    throw refused(".eps", it.epsilon() + " is not above 0 and at most 1");
                }
                yield in;
            }
            case Function _ -> in;
            case Add it -> sum(it, from);
            case GlobalAveragePool _ -> {
                rank(4, in, "[N, C, H, W]");
                yield in.subList(0, 2);
            }
        };
    }

    private List<Integer> dense(Dense it, List<Integer> in) {
        rank(2, in, "[N, D]; put a globalaveragepool before it");
        var weights = it.weights().shape();
        if (weights.size() != 2 || !weights.getFirst().equals(in.get(1))) {
            throw refused(".W.shape", "%s does not take %s; it is [in, out]".formatted(weights, in));
        }
        parameter("b", it.bias(), List.of(weights.get(1)));
        multiply(in.getFirst(), (long) weights.get(0) * weights.get(1));
        return List.of(in.getFirst(), weights.get(1));
    }

    private List<Integer> convolution(Convolution it, List<Integer> in) {
        rank(4, in, "[N, C, H, W]");
        var kernels = it.kernels().shape();
        if (kernels.size() != 4 || !kernels.get(1).equals(in.get(1))) {
            throw refused(".K.shape", "%s does not take %s; it is [out, in, kh, kw]".formatted(kernels, in));
        }
        parameter("b", it.bias(), List.of(kernels.getFirst()));
        var pixels = (long) in.get(0) * in.get(2) * in.get(3);
        var window = (long) kernels.get(1) * kernels.get(2) * kernels.get(3);
        multiply(pixels, window * kernels.getFirst());
        if (pixels * window > MOST_VALUES) {
            throw tooLarge("a convolution that unrolls to %,d values".formatted(pixels * window), MOST_VALUES);
        }
        return List.of(in.get(0), kernels.getFirst(), in.get(2), in.get(3));
    }

    private List<Integer> sum(Add it, List<List<Integer>> from) {
        if (it.scale().size() != from.size()) {
            throw refused(
                    ".scale",
                    "%d for %d nodes; give one each".formatted(it.scale().size(), from.size()));
        }
        for (var shape : from) {
            if (!shape.equals(from.getFirst())) {
                throw refused(
                        ".from", "%s and %s can't be added; shapes must be equal".formatted(from.getFirst(), shape));
            }
        }
        return from.getFirst();
    }

    private void logits() {
        where = "nodes[%d] \"%s\""
                .formatted(network.nodes().size() - 1, network.nodes().getLast().id());
        var shape = shapes.get(network.nodes().getLast().id());
        if (shape == null || shape.size() != 2 || shape.get(1) < 2) {
            throw refused(
                    "", "the last node gives %s; the loss needs [N, classes], 2 classes or more".formatted(shape));
        }
        var labels = network.labels();
        for (var i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= shape.get(1)) {
                throw new NetworkRejected(
                        "labels[%d]".formatted(i),
                        "%d is no class; the last node tells 0 to %d".formatted(labels[i], shape.get(1) - 1));
            }
        }
    }

    /** A node without way to the loss has no gradient, and was hardly meant to be there. */
    private void uses() {
        var used = new HashSet<String>();
        network.nodes().forEach(node -> used.addAll(node.from()));
        for (var i = 0; i < network.nodes().size() - 1; i++) {
            var id = network.nodes().get(i).id();
            if (!used.contains(id)) {
                throw new NetworkRejected(
                        "nodes[%d] \"%s\"".formatted(i, id),
                        "nothing takes what it gives; the loss is on the last node only, so remove this one");
            }
        }
    }

    private void parameter(String name, @Nullable Tensor array, List<Integer> shape) {
        if (array != null && !array.shape().equals(shape)) {
            throw refused("." + name + ".shape", "%s given, %s needed".formatted(array.shape(), shape));
        }
    }

    private void rank(int rank, List<Integer> in, String needed) {
        if (in.size() != rank) {
            throw refused(".from", "it is given %s and takes %s".formatted(in, needed));
        }
    }

    /** The right number of numbers, which the precision can hold. */
    private void fit(String where, Tensor array) {
        var size = grow(array.shape());
        if (array.data().length != size) {
            throw new NetworkRejected(
                    where + ".data",
                    "%d numbers, but the shape %s needs %d".formatted(array.data().length, array.shape(), size));
        }
        for (var i = 0; i < size && network.precision() == Precision.FLOAT32; i++) {
            if (!Float.isFinite((float) array.data()[i])) {
                throw new NetworkRejected(
                        "%s.data[%d]".formatted(where, i),
                        array.data()[i] + " is beyond float32; scale it, or say float64");
            }
        }
    }

    /** Counts what has to be held, and refuses before anything of that size is made. */
    private long grow(List<Integer> shape) {
        var size = 1L;
        for (var length : shape) {
            if (length < 1) {
                throw refused(".shape", shape + " has an axis below 1");
            }
            size *= length;
            if (size > MOST_VALUES) {
                break;
            }
        }
        values += size;
        if (values > MOST_VALUES) {
            throw tooLarge("weights and activations of %,d values or more".formatted(values), MOST_VALUES);
        }
        return size;
    }

    private void multiply(long rows, long weights) {
        products += rows * weights;
        if (products > MOST_PRODUCTS) {
            throw tooLarge("%,d multiply-accumulates or more".formatted(products), MOST_PRODUCTS);
        }
    }

    private NetworkRejected tooLarge(String what, long bound) {
        return refused(
                "",
                "too large, %s; at most %,d, so take fewer or smaller nodes or a smaller batch".formatted(what, bound));
    }

    private NetworkRejected refused(String part, String what) {
        return new NetworkRejected(where + part, what);
    }
}
