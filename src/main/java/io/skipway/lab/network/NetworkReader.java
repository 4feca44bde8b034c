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
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a network token by token, for its arrays are long; nothing is guessed, and what the format does not know is refused
 * rather than passed over.
 */
public final class NetworkReader {
    /** A stack of 200 layers of 128 units has half as many weights. */
    private static final int MOST_NUMBERS = 8_000_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxStringLength(200)
                    .maxNameLength(200)
                    .build())
            .build();

    private final JsonParser json;
    private int numbers;
    private @Nullable Precision precision;
    private @Nullable Tensor input;
    private int @Nullable [] labels;
    private @Nullable List<Node> nodes;

    private NetworkReader(JsonParser json) {
        this.json = json;
    }

    /** Is given each field of an object, the value's first token being the current one. */
    private interface Fields {
        void read(String name, String where);
    }

    /**
     * Reads it whole.
     *
     * @throws NetworkRejected if it is no network, or one that can't be taken
     */
    public static Network read(InputStream file) {
        try (var json = JSON.createParser(ObjectReadContext.empty(), file)) {
            return new NetworkReader(json).network();
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
        json.nextToken();
        object("", (name, where) -> {
            switch (name) {
                case "dtype" -> precision = precision(where);
                case "input" -> input = tensor(where);
                case "labels" -> labels = labels(where);
                case "nodes" -> nodes = nodes(where);
                default -> throw unknown(where, "dtype, input, labels, nodes");
            }
        });
        if (json.nextToken() != null) {
            throw new NetworkRejected("file", "something follows the network's closing brace; remove it");
        }
        return new Network(
                given("dtype", precision), given("input", input), given("labels", labels), given("nodes", nodes));
    }

    private Precision precision(String where) {
        var text = text(where);
        return Arrays.stream(Precision.values())
                .filter(each -> each.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new NetworkRejected(where, "\"%s\" is neither float32 nor float64".formatted(text)));
    }

    private List<Node> nodes(String where) {
        var read = new ArrayList<Node>();
        array(where, at -> {
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
            object(where, (name, at) -> {
                switch (name) {
                    case "id" -> id = text(at);
                    case "op" -> operation = text(at);
                    case "from" -> from = names(at);
                    case "scale" -> scale = Arrays.stream(doubles(at)).boxed().toList();
                    case "eps" -> epsilon = number(at);
                    case "W", "b", "K", "gamma", "beta" -> arrays.put(name, tensor(at));
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

    private List<String> names(String where) {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return List.of(json.getString());
        }
        var read = new ArrayList<String>();
        array(where, at -> {
            count(where);
            read.add(text(at));
        });
        return read;
    }

    private Tensor tensor(String where) {
        var shape = new ArrayList<Integer>();
        var data = new ArrayList<double[]>(1);
        object(where, (name, at) -> {
            switch (name) {
                case "shape" -> Arrays.stream(integers(at)).forEach(shape::add);
                case "data" -> data.add(doubles(at));
                default -> throw unknown(at, "shape, data");
            }
        });
        if (shape.isEmpty() || shape.size() > 4) {
            throw new NetworkRejected(where + ".shape", "it needs 1 to 4 axes, as \"shape\": [6, 8]");
        }
        if (data.isEmpty()) {
            throw missing(where + ".data");
        }
        return new Tensor(shape, data.getFirst());
    }

    private int[] labels(String where) {
        return integers(where);
    }

    private int[] integers(String where) {
        var read = doubles(where);
        var whole = new int[read.length];
        for (var i = 0; i < read.length; i++) {
            whole[i] = (int) read[i];
            if (whole[i] != read[i]) {
                throw new NetworkRejected("%s[%d]".formatted(where, i), read[i] + " is no whole number in range");
            }
        }
        return whole;
    }

    private double[] doubles(String where) {
        expect(JsonToken.START_ARRAY, where, "a list of numbers");
        var read = new double[16];
        var count = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            count(where);
            if (count == read.length) {
                read = Arrays.copyOf(read, 2 * count);
            }
            if (!json.currentToken().isNumeric() || !Double.isFinite(json.getDoubleValue())) {
                number("%s[%d]".formatted(where, count));
            }
            read[count++] = json.getDoubleValue();
        }
        return Arrays.copyOf(read, count);
    }

    private double number(String where) {
        if (!json.currentToken().isNumeric()) {
            throw new NetworkRejected(where, "a number is needed; lists are flat, in row-major order");
        }
        var number = json.getDoubleValue();
        if (!Double.isFinite(number)) {
            throw new NetworkRejected(where, "the number is beyond float64");
        }
        return number;
    }

    private String text(String where) {
        expect(JsonToken.VALUE_STRING, where, "a text in quotes");
        return json.getString();
    }

    private void count(String where) {
        if (++numbers > MOST_NUMBERS) {
            throw new NetworkRejected(where, "too large, the file has more than %,d numbers".formatted(MOST_NUMBERS));
        }
    }

    private void object(String where, Fields fields) {
        expect(JsonToken.START_OBJECT, where, "an object in braces");
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var name = json.currentName();
            json.nextToken();
            fields.read(name, where.isEmpty() ? name : where + "." + name);
        }
    }

    private void array(String where, java.util.function.Consumer<String> element) {
        expect(JsonToken.START_ARRAY, where, "a list in brackets");
        for (var i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
            element.accept("%s[%d]".formatted(where, i));
        }
    }

    private void expect(JsonToken token, String where, String what) {
        if (json.currentToken() != token) {
            throw new NetworkRejected(where.isEmpty() ? "file" : where, what + " is needed");
        }
    }

    private static <T> T given(String where, @Nullable T value) {
        if (value == null) {
            throw missing(where);
        }
        return value;
    }

    private static NetworkRejected missing(String where) {
        return new NetworkRejected(where, "it is missing; add it");
    }

    private static NetworkRejected unknown(String where, String known) {
        return new NetworkRejected(where, "the format does not know it; take " + known);
    }
}
