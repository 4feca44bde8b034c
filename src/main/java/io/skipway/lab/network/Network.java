package io.skipway.lab.network;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A network with its weights and one batch. The loss is the batch's mean of the softmax cross-entropy on the last node. Once
 * made it is sound: nodes come in their order, all shapes fit, all lead to the loss, and none of it is too large.
 */
public final class Network {
    /** The name by which nodes mean the batch. */
    public static final String INPUT = "input";

    private final Precision precision;
    private final Tensor input;
    private final int[] labels;
    private final List<Node> nodes;
    private final Map<String, List<Integer>> shapes;

    /** What all is computed in. */
    public enum Precision {
        FLOAT32,
        FLOAT64;

        /** As it stands in a file. */
        public String text() {
            return this == FLOAT32 ? "float32" : "float64";
        }
    }

    /** {@code from} names earlier nodes, or {@link #INPUT}. */
    public record Node(String id, Operation operation, List<String> from) {
        public Node(String id, Operation operation, String... from) {
            this(id, operation, List.of(from));
        }
    }

    /**
     * Checks it.
     *
     * @param input [N, D] or [N, C, H, W]
     * @param labels [N], below the classes
     * @throws NetworkRejected if anything does not fit, or is too large
     */
    public Network(Precision precision, Tensor input, int[] labels, List<Node> nodes) {
        this.precision = precision;
        this.input = input;
        this.labels = labels.clone();
        this.nodes = List.copyOf(nodes);
        shapes = Shapes.of(this);
    }

    public Precision precision() {
        return precision;
    }

    public Tensor input() {
        return input;
    }

    public int[] labels() {
        return labels.clone();
    }

    public int batch() {
        return labels.length;
    }

    public int classes() {
        return shape(nodes.getLast().id()).get(1);
    }

    public List<Node> nodes() {
        return nodes;
    }

    /** Of what comes out of a node, or of the {@link #INPUT}. */
    public List<Integer> shape(String id) {
        var shape = shapes.get(id);
        if (shape == null) {
            throw new IllegalArgumentException("No node " + id);
        }
        return shape;
    }

    /** The place of a node, by its id; -1 for the {@link #INPUT}. */
    public int index(String id) {
        return IntStream.range(0, nodes.size())
                .filter(i -> nodes.get(i).id().equals(id))
                .findFirst()
                .orElse(-1);
    }
}
