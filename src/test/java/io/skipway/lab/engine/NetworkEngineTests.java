package io.skipway.lab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.skipway.lab.Activation;
import io.skipway.lab.network.Network;
import io.skipway.lab.network.Network.Node;
import io.skipway.lab.network.Network.Precision;
import io.skipway.lab.network.NetworkGradients;
import io.skipway.lab.network.NetworkGradients.Gradient;
import io.skipway.lab.network.NetworkReader;
import io.skipway.lab.network.NetworkRejected;
import io.skipway.lab.network.NetworkWriter;
import io.skipway.lab.network.Operation.Add;
import io.skipway.lab.network.Operation.BatchNorm;
import io.skipway.lab.network.Operation.Convolution;
import io.skipway.lab.network.Operation.Dense;
import io.skipway.lab.network.Operation.Function;
import io.skipway.lab.network.Operation.GlobalAveragePool;
import io.skipway.lab.network.Tensor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkEngineTests {
    private static final Path NATIVE = Path.of("target", "native");
    private static final double STEP = 1e-6;

    private final Random random = new Random(5);

    /** Softmax of equal logits is 1/2 each: the gradient by the logits is (1/2 - label) / N. */
    @Test
    void handComputed() {
        var network = new Network(
                Precision.FLOAT64,
                tensor(new double[] {1, 2, 3, 4}, 2, 2),
                new int[] {0, 1},
                List.of(new Node(
                        "d0",
                        new Dense(tensor(new double[] {0, 0, 0, 0}, 2, 2), tensor(new double[] {0, 0}, 2)),
                        "input")));
        var gradients = graph(network);
        assertThat(gradients.loss()).isCloseTo(Math.log(2), within(1e-15));
        assertThat(values(gradients.activations(), "d0")).containsExactly(-0.25, 0.25, 0.25, -0.25);
        assertThat(values(gradients.parameters(), "d0.W")).containsExactly(0.5, -0.5, 0.5, -0.5);
        assertThat(values(gradients.parameters(), "d0.b")).containsExactly(0, 0);
        assertThat(values(gradients.activations(), "input")).containsExactly(0, 0, 0, 0);
        assertThat(Objects.requireNonNull(gradients.parameters().get("d0.W")).norm())
                .isEqualTo(1);
    }

    private Stream<Network> networks() {
        return Stream.of(
                everyDenseOperation(),
                everyMapOperation(3, 3),
                everyMapOperation(2, 4),
                everyMapOperation(9, 7),
                onlyOneExample(),
                asPyTorchWritesIt());
    }

    @Test
    void everyArrayAgreesWithCentralDifferences() {
        networks().forEach(network -> {
            var plain = new PlainNetwork(network);
            var gradients = graph(network);
            assertThat(gradients.loss()).isCloseTo(plain.loss("", 0, 0), within(1e-12));
            gradients
                    .activations()
                    .forEach((id, gradient) ->
                            assertClose(id, gradient, i -> plain.loss(id, i, STEP) - plain.loss(id, i, -STEP)));
            for (var node : network.nodes()) {
                node.operation().parameters().forEach((name, value) -> {
                    var key = node.id() + "." + name;
                    var gradient = Objects.requireNonNull(gradients.parameters().get(key));
                    assertClose(
                            key,
                            gradient,
                            i -> moved(plain, value.data(), i, STEP) - moved(plain, value.data(), i, -STEP));
                });
            }
        });
    }

    @Test
    void fileIsReadAsItWasWritten() {
        networks().forEach(network -> {
            var file = written(network);
            assertThat(written(NetworkReader.read(new ByteArrayInputStream(file))))
                    .isEqualTo(file);
        });
    }

    private static byte[] written(Network network) {
        var out = new ByteArrayOutputStream();
        NetworkWriter.write(network, out);
        return out.toByteArray();
    }

    private static Network asPyTorchWritesIt() {
        return NetworkReader.read(Objects.requireNonNull(
                NetworkEngineTests.class.getResourceAsStream("/io/skipway/lab/pytorch-dense.json")));
    }

    private static double moved(PlainNetwork plain, double[] values, int i, double by) {
        var here = values[i];
        values[i] = here + by;
        var loss = plain.loss("", 0, 0);
        values[i] = here;
        return loss;
    }

    /** Norm-wise; what all but cancels in the sum is held to what the difference itself can tell. */
    private static void assertClose(String name, Gradient gradient, java.util.function.IntToDoubleFunction difference) {
        var expected = new double[gradient.values().data().length];
        for (var i = 0; i < expected.length; i++) {
            expected[i] = difference.applyAsDouble(i) / (2 * STEP);
        }
        var apart = Norms.euclidean(
                Norms.plus(expected, Norms.times(gradient.values().data(), -1)));
        assertThat(apart).as(name).isLessThan(1e-6 * gradient.norm() + 1e-8);
        assertThat(gradient.norm()).isEqualTo(Norms.euclidean(gradient.values().data()));
    }

    @ParameterizedTest
    @CsvSource({
        "TANH, true, true, 0.5, 5",
        "SIGMOID, false, true, 1, 8",
        "RELU, true, false, 1, 5",
        "SIGMOID, false, false, 1, 8",
    })
    void bothEnginesGiveTheSame(Activation activation, boolean normalised, boolean residual, double scale, int inputs) {
        var wide = stack(Precision.FLOAT64, activation, normalised, residual, scale, inputs);
        assertSame(NetworkEngine.STACK.differentiate(wide, NATIVE), graph(wide), 1e-9);
        var narrow = stack(Precision.FLOAT32, activation, normalised, residual, scale, inputs);
        assertSame(NetworkEngine.STACK.differentiate(narrow, NATIVE), graph(narrow), 1e-5);
        assertSame(graph(narrow), graph(wide), 1e-5);
    }

    private static void assertSame(NetworkGradients ours, NetworkGradients theirs, double tolerance) {
        assertThat(ours.loss()).isCloseTo(theirs.loss(), within(tolerance));
        assertSame(ours.parameters(), theirs.parameters(), tolerance);
        assertSame(ours.activations(), theirs.activations(), tolerance);
    }

    /** Norm-wise; of a bias that normalisation takes away, each engine has only what it rounded. */
    private static void assertSame(Map<String, Gradient> ours, Map<String, Gradient> theirs, double tolerance) {
        assertThat(ours.keySet()).containsExactlyElementsOf(theirs.keySet());
        ours.forEach((name, gradient) -> {
            var other = Objects.requireNonNull(theirs.get(name));
            assertThat(gradient.values().shape()).isEqualTo(other.values().shape());
            assertThat(Norms.euclidean(Norms.plus(
                            gradient.values().data(), Norms.times(other.values().data(), -1))))
                    .as(name)
                    .isLessThan(tolerance * other.norm() + tolerance * 1e-2);
        });
    }

    @Test
    void stackSaysWhereTheNetworkIsNone() {
        assertThatThrownBy(() -> NetworkEngine.STACK.differentiate(everyDenseOperation(), NATIVE))
                .isInstanceOf(NetworkRejected.class)
                .hasMessage(
                        "nodes[1] \"h\": not a uniform dense stack, a dense layer should stand here; take --engine=graph");
        assertThatThrownBy(() -> NetworkEngine.STACK.differentiate(everyMapOperation(3, 3), NATIVE))
                .isInstanceOf(NetworkRejected.class)
                .hasMessageContaining("not those of dense layers");
    }

    private static NetworkGradients graph(Network network) {
        return NetworkEngine.GRAPH.differentiate(network, NATIVE);
    }

    private Network everyDenseOperation() {
        return new Network(
                Precision.FLOAT64,
                draw(6, 5),
                new int[] {0, 3, 1, 2, 0, 3},
                List.of(
                        new Node("stem", new Dense(draw(5, 7), draw(7)), "input"),
                        new Node("h", new Function(Activation.SIGMOID), "stem"),
                        new Node("z", new Dense(draw(7, 7), null), "h"),
                        new Node("n", new BatchNorm(draw(7), draw(7), 1e-3), "z"),
                        new Node("f", new Function(Activation.TANH), "n"),
                        new Node("h1", new Add(List.of(1.0, -0.5, 2.0)), "h", "f", "h"),
                        new Node("r", new Function(Activation.RELU), "h1"),
                        new Node("h2", new Add(List.of(1.0, 1.0, 0.5)), "r", "h1", "z"),
                        new Node("logits", new Dense(draw(7, 4), draw(4)), "h2")));
    }

    private Network everyMapOperation(int high, int wide) {
        return new Network(
                Precision.FLOAT64,
                draw(3, 2, 5, 4),
                new int[] {2, 0, 1},
                List.of(
                        new Node("c0", new Convolution(draw(4, 2, high, wide), draw(4)), "input"),
                        new Node("n0", new BatchNorm(draw(4), draw(4), 1e-5), "c0"),
                        new Node("f0", new Function(Activation.TANH), "n0"),
                        new Node("c1", new Convolution(draw(4, 4, 1, 1), null), "f0"),
                        new Node("h1", new Add(List.of(1.0, 0.7)), "f0", "c1"),
                        new Node("f1", new Function(Activation.SIGMOID), "h1"),
                        new Node("p", new GlobalAveragePool(), "f1"),
                        new Node("logits", new Dense(draw(4, 3), null), "p")));
    }

    /** Its normalised units are all beta, so that nothing comes back through them. */
    private Network onlyOneExample() {
        return new Network(
                Precision.FLOAT64,
                draw(1, 3),
                new int[] {1},
                List.of(
                        new Node("z", new Dense(draw(3, 3), null), "input"),
                        new Node("n", new BatchNorm(draw(3), draw(3), 1e-5), "z"),
                        new Node("d", new Dense(draw(3, 2), draw(2)), "n")));
    }

    private static Network stack(
            Precision precision,
            Activation activation,
            boolean normalised,
            boolean residual,
            double scale,
            int inputs) {
        var own = new NetworkEngineTests();
        var nodes = new ArrayList<Node>();
        var below = Network.INPUT;
        if (inputs != 8) {
            nodes.add(new Node("stem", new Dense(own.draw(inputs, 8), own.draw(8)), below));
            below = "stem";
        }
        for (var k = 1; k <= 3; k++) {
            nodes.add(new Node("z" + k, new Dense(own.draw(8, 8), k == 2 ? null : own.draw(8)), below));
            if (normalised) {
                nodes.add(new Node("n" + k, new BatchNorm(own.draw(8), own.draw(8), 1e-3), "z" + k));
            }
            nodes.add(new Node("f" + k, new Function(activation), (normalised ? "n" : "z") + k));
            if (residual) {
                nodes.add(
                        k == 2
                                ? new Node("h" + k, new Add(List.of(scale, 1.0)), "f" + k, below)
                                : new Node("h" + k, new Add(List.of(1.0, scale)), below, "f" + k));
            }
            below = (residual ? "h" : "f") + k;
        }
        nodes.add(new Node("head", new Dense(own.draw(8, 4), own.draw(4)), below));
        return new Network(precision, own.draw(6, inputs), new int[] {0, 1, 2, 3, 0, 1}, nodes);
    }

    /** Rounded to float, so that both precisions start from the same. */
    private Tensor draw(Integer... shape) {
        var length = Stream.of(shape).mapToInt(Integer::intValue).reduce(1, Math::multiplyExact);
        var values = random.doubles(length, -1, 1).map(value -> (float) value).toArray();
        return new Tensor(List.of(shape), values);
    }

    private static Tensor tensor(double[] values, Integer... shape) {
        return new Tensor(List.of(shape), values);
    }

    private static double[] values(Map<String, Gradient> gradients, String name) {
        return Objects.requireNonNull(gradients.get(name)).values().data();
    }
}
