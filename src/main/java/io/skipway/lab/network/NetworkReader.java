package io.skipway.lab.network;

import io.skipway.lab.Activation;
import io.skipway.lab.network.Network.Node;
import io.skipway.lab.network.Network.Precision;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Reads a network token by token, for its arrays are long; nothing is guessed, and what the format does not know is refused
 * rather than passed over.
 */
public final class NetworkReader {
    private final Tokens tokens;
    private @Nullable Precision precision;
    private @Nullable Tensor input;
    private int @Nullable [] labels;
    private @Nullable List<Node> nodes;

    private NetworkReader(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Reads it whole.
     *
     * @throws NetworkRejected if it is no network, or one that can't be taken
     */
    public static Network read(InputStream file) {
        try (var tokens = new Tokens(file)) {
            return new NetworkReader(tokens).network();
        } catch (JacksonException e) {
            var at = e.getLocation();
            var where = at == null ? "file" : "line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
            throw new NetworkRejected(
                    where,
                    "no JSON that can be read; "
                            + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }

    private Network network() {
        tokens.object("", (name, where) -> {
            switch (name) {
                case "dtype" -> precision = precision(where);
                case "input" -> input = tokens.tensor(where);
                case "labels" -> labels = tokens.integers(where);
                case "nodes" -> nodes = nodes(where);
                default -> throw unknown(where, "dtype, input, labels, nodes");
            }
        });
        if (!tokens.end()) {
            throw new NetworkRejected("file", "something follows the network's closing brace; remove it");
        }
        return new Network(
                given("dtype", precision), given("input", input), given("labels", labels), given("nodes", nodes));
    }

    private Precision precision(String where) {
        var text = tokens.text(where);
        return Arrays.stream(Precision.values())
                .filter(each -> each.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new NetworkRejected(where, "\"%s\" is neither float32 nor float64".formatted(text)));
    }

    private List<Node> nodes(String where) {
        var read = new ArrayList<Node>();
        tokens.array(where, at -> {
            if (read.size() == Shapes.MOST_NODES) {
                throw new NetworkRejected(where, "more than %d; that is too large".formatted(Shapes.MOST_NODES));
            }
            read.add(new Raw().read(at));
        });
        return read;
    }

    /** The fields of a node, which may come in any order. */
    private final class Raw {
        private @Nullable String id;
        private @Nullable String operation;
        private @Nullable List<String> from;
        private @Nullable List<Double> scale;
        private @Nullable Double epsilon;
        private final Map<String, Tensor> arrays = new HashMap<>();

        Node read(String where) {
            tokens.object(where, (name, at) -> {
                switch (name) {
                    case "id" -> id = tokens.text(at);
                    case "op" -> operation = tokens.text(at);
                    case "from" -> from = tokens.names(at);
                    case "scale" ->
                        scale = Arrays.stream(tokens.doubles(at)).boxed().toList();
                    case "eps" -> epsilon = tokens.number(at);
                    case "W", "b", "K", "gamma", "beta" -> arrays.put(name, tokens.tensor(at));
                    default -> throw unknown(at, "id, op, from, W, b, K, gamma, beta, eps, scale");
                }
            });
            var named = given(where + ".id", id);
            if (named.isBlank()) {
                throw new NetworkRejected(where + ".id", "it is empty; give each node a name");
            }
            var known = "%s \"%s\"".formatted(where, named);
            return new Node(named, operation(known), given(known + ".from", from));
        }

        private Operation operation(String where) {
            return switch (given(where + ".op", operation)) {
                case "dense" -> {
                    only(where, Set.of("W", "b"));
                    yield new Operation.Dense(array(where, "W"), arrays.get("b"));
                }
                case "conv" -> {
                    only(where, Set.of("K", "b"));
                    yield new Operation.Convolution(array(where, "K"), arrays.get("b"));
                }
                case "batchnorm" -> {
                    only(where, Set.of("gamma", "beta", "eps"));
                    yield new Operation.BatchNorm(
                            array(where, "gamma"), array(where, "beta"), epsilon == null ? 1e-5 : epsilon);
                }
                case "add" -> {
                    only(where, Set.of("scale"));
                    var ones = new Double[from == null ? 0 : from.size()];
                    Arrays.fill(ones, 1.0);
                    yield new Operation.Add(scale == null ? List.of(ones) : scale);
                }
                case "sigmoid" -> function(where, Activation.SIGMOID);
                case "tanh" -> function(where, Activation.TANH);
                case "relu" -> function(where, Activation.RELU);
                case "globalaveragepool" -> {
                    only(where, Set.of());
                    yield new Operation.GlobalAveragePool();
                }
                case String other ->
                    throw new NetworkRejected(
                            where + ".op",
                            "\"%s\" is not known; take dense, sigmoid, tanh, relu, batchnorm, add, conv or globalaveragepool"
                                    .formatted(other));
            };
        }

        private Operation function(String where, Activation activation) {
            only(where, Set.of());
            return new Operation.Function(activation);
        }

        private Tensor array(String where, String name) {
            return given(where + "." + name, arrays.get(name));
        }

        private void only(String where, Set<String> taken) {
            var names = new ArrayList<>(arrays.keySet());
            if (scale != null) {
                names.add("scale");
            }
            if (epsilon != null) {
                names.add("eps");
            }
            names.removeAll(taken);
            if (!names.isEmpty()) {
                throw new NetworkRejected(where + "." + names.getFirst(), "this op has none; remove it");
            }
        }
    }

    private static <T> T given(String where, @Nullable T value) {
        if (value == null) {
            throw missing(where);
        }
        return value;
    }

    static NetworkRejected missing(String where) {
        return new NetworkRejected(where, "it is missing; add it");
    }

    static NetworkRejected unknown(String where, String known) {
        return new NetworkRejected(where, "the format does not know it; take " + known);
    }
}
