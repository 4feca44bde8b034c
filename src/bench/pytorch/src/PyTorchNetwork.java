import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes networks of PyTorch tensors, in double, as files that {@code skipway gradients} takes, and beside each what PyTorch's
 * own automatic gradients are: the loss and the Euclidean norm of every gradient, as that command prints them. A zero is
 * added to what each node gives, for PyTorch keeps gradients of leaves only, and the zero's is the node's.
 */
final class PyTorchNetwork {
    private final NDManager manager;
    private final Random random;
    private final NDArray labels;
    private final List<String> nodes = new ArrayList<>();
    private final Map<String, NDArray> parameters = new LinkedHashMap<>();
    private final Map<String, NDArray> values = new LinkedHashMap<>();
    private final Map<String, NDArray> zeros = new LinkedHashMap<>();
    private String last = "input";

    private PyTorchNetwork(NDManager manager, long seed, int classes, long... input) {
        this.manager = manager;
        random = new Random(seed);
        labels = manager.create(random.ints(input[0], 0, classes).toArray());
        put("input", tensor(1, input));
    }

    /** Into the folder that is named, or here. */
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments.length == 0 ? "." : arguments[0]);
        try (var manager = NDManager.newBaseManager();
                var gradients = Engine.getInstance().newGradientCollector()) {
            var dense = new PyTorchNetwork(manager, 1, 4, 6, 5).dense("stem", 5, 7, true).function("h", "sigmoid");
            dense.dense("z", 7, 7, true).batchNorm("n", 7, 1e-5).function("f", "tanh").add("h1", "h", "f", 1, 0.5);
            dense.dense("logits", 7, 4, true).write(folder, "dense", gradients::backward);
            for (var depth : new int[] {2, 12}) {
                var stack = new PyTorchNetwork(manager, 10 + depth, 3, 9, 4).dense("h0", 4, 6, false);
                for (var k = 1; k <= depth; k++) {
                    stack.dense("d" + k, 6, 6, depth == 2).batchNorm("n" + k, 6, depth == 2 ? 0x1p-10 : 1e-5);
                    stack.function("f" + k, "relu").add("h" + k, "h" + (k - 1), "f" + k, 1, 0.7);
                }
                stack.dense("logits", 6, 3, depth == 2).write(folder, "stack-" + depth, gradients::backward);
            }
            var plain = new PyTorchNetwork(manager, 3, 3, 5, 6);
            for (var k = 1; k <= 9; k++) {
                plain.dense("d" + k, 6, 6, false).function("h" + k, "tanh");
            }
            plain.dense("logits", 6, 3, false).write(folder, "plain", gradients::backward);
            var maps = new PyTorchNetwork(manager, 4, 3, 4, 2, 5, 6).convolution("stem", 2, 3, 3);
            maps.batchNorm("n0", 3, 1e-5).function("h0", "relu").convolution("c1", 3, 3, 3).batchNorm("n1", 3, 1e-5);
            maps.function("f1", "relu").convolution("c2", 3, 3, 5).batchNorm("n2", 3, 0x1p-13).add("s", "h0", "n2", 1, 1);
            maps.function("h1", "relu").pool("pool").dense("logits", 3, 3, true);
            maps.write(folder, "maps", gradients::backward);
        }
    }

    private PyTorchNetwork dense(String id, int in, int out, boolean bias) {
        var fields = parameter(id, "W", tensor(1 / Math.sqrt(in), in, out));
        var b = bias ? tensor(0.3, out) : null;
        // The library takes weights as [out, in].
        var w = parameters.get(id + ".W").transpose();
        if (b != null) {
            fields += parameter(id, "b", b);
        }
        return node(id, "dense", fields, Linear.linear(value(), w, b).singletonOrThrow());
    }

    private PyTorchNetwork convolution(String id, int in, int out, int side) {
        var k = tensor(1 / Math.sqrt(in * side * side), out, in, side, side);
        var padding = new Shape(side / 2, side / 2);
        var fields = parameter(id, "K", k);
        var maps = Conv2d.conv2d(value(), k, null, new Shape(1, 1), padding, new Shape(1, 1), 1);
        return node(id, "conv", fields, maps.singletonOrThrow());
    }

    private PyTorchNetwork batchNorm(String id, int channels, double epsilon) {
        var gamma = tensor(0.2, channels);
        gamma.addi(1);
        var beta = tensor(0.2, channels);
        var fields = parameter(id, "gamma", gamma) + parameter(id, "beta", beta) + ", \"eps\": " + epsilon;
        var mean = manager.zeros(new Shape(channels), DataType.FLOAT64);
        var variance = manager.ones(new Shape(channels), DataType.FLOAT64);
        var normal = BatchNorm.batchNorm(value(), mean, variance, gamma, beta, 1, 0.9f, (float) epsilon, true);
        return node(id, "batchnorm", fields, normal.singletonOrThrow());
    }

    private PyTorchNetwork function(String id, String name) {
        var in = value();
        return node(
                id,
                name,
                "",
                switch (name) {
                    case "sigmoid" -> ai.djl.nn.Activation.sigmoid(in);
                    case "tanh" -> in.tanh();
                    default -> ai.djl.nn.Activation.relu(in);
                });
    }

    private PyTorchNetwork pool(String id) {
        return node(id, "globalaveragepool", "", value().mean(new int[] {3}).mean(new int[] {2}));
    }

    private PyTorchNetwork add(String id, String one, String other, double a, double b) {
        nodes.add("{\"id\": \"%s\", \"op\": \"add\", \"from\": [\"%s\", \"%s\"], \"scale\": [%s, %s]}"
                .formatted(id, one, other, a, b));
        put(id, values.get(one).mul(a).add(values.get(other).mul(b)));
        return this;
    }

    private PyTorchNetwork node(String id, String operation, String fields, NDArray value) {
        nodes.add("{\"id\": \"%s\", \"op\": \"%s\", \"from\": \"%s\"%s}".formatted(id, operation, last, fields));
        put(id, value);
        return this;
    }

    private void put(String id, NDArray value) {
        var zero = value.zerosLike();
        zero.setRequiresGradient(true);
        zeros.put(id, zero);
        values.put(id, value.add(zero));
        last = id;
    }

    private NDArray value() {
        return values.get(last);
    }

    /** Remembered before it is used, with its gradient. */
    private String parameter(String node, String name, NDArray value) {
        value.setRequiresGradient(true);
        parameters.put(node + "." + name, value);
        return ", \"%s\": %s".formatted(name, json(value));
    }

    private NDArray tensor(double deviation, long... shape) {
        var length = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        var data = IntStream.range(0, length)
                .mapToDouble(_ -> deviation * random.nextGaussian())
                .toArray();
        return manager.create(data, new Shape(shape));
    }

    private void write(Path folder, String name, java.util.function.Consumer<NDArray> backward) throws IOException {
        var logits = value();
        var classes = (int) logits.getShape().get(1);
        var told = labels.oneHot(classes).toType(DataType.FLOAT64, false);
        var loss = logits.logSoftmax(1).mul(told).sum().neg().div(labels.size());
        backward.accept(loss);
        var input = values.get("input").sub(zeros.get("input"));
        Files.writeString(
                folder.resolve("pytorch-" + name + ".json"),
                "{\"dtype\": \"float64\", \"input\": %s,%n \"labels\": %s,%n \"nodes\": [%n  %s]}%n"
                        .formatted(
                                json(input),
                                Arrays.toString(labels.toIntArray()),
                                String.join(",%n  ".formatted(), nodes)));
        var norms = "{\"loss\": %s,%n \"parameters\": {%s},%n \"activations\": {%s}}%n"
                .formatted(loss.getDouble(), norms(parameters), norms(zeros));
        Files.writeString(folder.resolve("pytorch-" + name + ".norms.json"), norms);
        System.out.printf("%s %s", name, norms);
    }

    private static String norms(Map<String, NDArray> leaves) {
        return leaves.entrySet().stream()
                .map(leaf -> "\"%s\": %s"
                        .formatted(
                                leaf.getKey(),
                                Math.sqrt(Arrays.stream(leaf.getValue()
                                                .getGradient()
                                                .toDoubleArray())
                                        .map(d -> d * d)
                                        .sum())))
                .collect(Collectors.joining(", "));
    }

    private static String json(NDArray values) {
        return "{\"shape\": %s, \"data\": %s}"
                .formatted(Arrays.toString(values.getShape().getShape()), Arrays.toString(values.toDoubleArray()));
    }
}
