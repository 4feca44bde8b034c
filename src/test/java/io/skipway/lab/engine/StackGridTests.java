package io.skipway.lab.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.lab.Activation;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.Initialiser;
import io.skipway.lab.Normalisation;
import io.skipway.lab.Skip;
import io.skipway.lab.engine.stack.OpenBlas;
import io.skipway.lab.engine.stack.Optimiser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;

/** Every array of both engines after one step from equal parameters, norm-wise, over a grid of networks. */
class StackGridTests {
    private static final Path NATIVE = Path.of("target", "native");
    private static final int INPUTS = 5;
    private static final int CLASSES = 4;

    private record Descending(Optimiser ours, IUpdater theirs) {}

    @BeforeAll
    static void load() {
        NativeLibrary.load(NATIVE);
    }

    /** Width, initialiser, stem and optimiser go round while the others are crossed. */
    static Stream<GradientFlow> grid() {
        var flows = new ArrayList<GradientFlow>();
        for (var activation : List.of(Activation.SIGMOID, Activation.TANH, Activation.RELU)) {
            for (var normalisation : Normalisation.values()) {
                for (var skip : Skip.values()) {
                    for (var depth : List.of(2, 9)) {
                        var n = flows.size();
                        var width = List.of(8, INPUTS * 3, 32).get((n + n / 3) % 3);
                        flows.add(new GradientFlow(
                                depth,
                                width,
                                activation,
                                n % 2 == 0 ? Initialiser.XAVIER : Initialiser.HE,
                                0.1,
                                normalisation,
                                skip,
                                0.7,
                                "moons",
                                0,
                                0.1,
                                n));
                    }
                }
            }
        }
        return flows.stream();
    }

    @ParameterizedTest
    @MethodSource("grid")
    void enginesAgree(GradientFlow flow) {
        var residual = flow.skip() != Skip.NONE;
        var inputs = flow.seed() % 2 == 0 ? INPUTS : flow.width();
        var start = rounded(InitialWeights.draw(flow, inputs, CLASSES));
        var layout = StackNetwork.layout(flow, residual, inputs, CLASSES, GradientFlows.BATCH);
        var random = new Random(flow.seed());
        var features = random.doubles((long) GradientFlows.BATCH * inputs)
                .map(_ -> (float) random.nextGaussian())
                .toArray();
        var labels = random.ints(GradientFlows.BATCH, 0, CLASSES).toArray();
        var descending = descending((int) flow.seed());
        var products = OpenBlas.load(NATIVE);
        try (var reference = new DenseStack(flow, residual, inputs, CLASSES, start)) {
            var batch = new FlowNetwork.Batch(features, labels);
            var loss = reference.differentiate(batch);
            var gradients = gradients(reference, flow.depth());

            var wide = products.inDouble(layout, start, descending.ours());
            var told = new HashMap<String, double[]>();
            assertThat(wide.differentiate(features, labels, (name, d, e) -> told.put(name, scaled(d, e))) / loss)
                    .isBetween(1 - 1e-12, 1 + 1e-12);
            assertSame(told, gradients, 1e-9);

            var narrow = products.inFloat(layout, start, descending.ours());
            told.clear();
            narrow.differentiate(features, labels, (name, d, e) -> told.put(name, scaled(wide(d), e)));
            assertSame(told, gradients, 1e-5);

            var after = stepped(reference, gradients, descending.theirs());
            wide.learn(features, labels);
            var here = new HashMap<String, double[]>();
            wide.parameters().forEach(each -> here.put(each.name(), each.value()));
            assertSame(here, after, 1e-9);
            narrow.learn(features, labels);
            here.clear();
            narrow.parameters().forEach(each -> here.put(each.name(), wide(each.value())));
            assertSame(here, after, 1e-5);
        }
    }

    private static Descending descending(int which) {
        return switch (which % 3) {
            case 0 -> new Descending(new Optimiser.Descent(0.1), new Sgd(0.1));
            case 1 -> new Descending(new Optimiser.Nesterov(0.05, 0.9), new Nesterovs(0.05, 0.9));
            default -> new Descending(new Optimiser.Adam(0.001), new Adam(0.001));
        };
    }

    /** Of the mean loss, by name; the running mean and variance of the library's normalisation are no parameters. */
    private static Map<String, double[]> gradients(DenseStack reference, int depth) {
        var gradients = new HashMap<String, double[]>();
        reference.graph().gradient().gradientForVariable().forEach((name, gradient) -> {
            if (!name.endsWith("mean") && !name.endsWith("var") && !name.endsWith("log10stdev")) {
                gradients.put(name, Norms.times(DenseStack.flat(gradient), 1.0 / GradientFlows.BATCH));
            }
        });
        for (var layer = 0; layer <= depth; layer++) {
            var gradient = Tap.gradient(reference.graph(), "h" + layer);
            gradients.put("h" + layer, Norms.times(gradient, 1.0 / GradientFlows.BATCH));
        }
        return gradients;
    }

    /** Where the library's own optimiser takes its parameters. */
    private static Map<String, double[]> stepped(
            DenseStack reference, Map<String, double[]> gradients, IUpdater updater) {
        var after = new HashMap<String, double[]>();
        gradients.forEach((name, gradient) -> {
            if (!name.startsWith("h") || name.startsWith("head")) {
                var size = updater.stateSize(gradient.length);
                var state = size == 0 ? null : Nd4j.zeros(DataType.DOUBLE, 1, size);
                var step = Nd4j.createFromArray(gradient).reshape(1, gradient.length);
                updater.instantiate(state, true).applyUpdater(step, 0, 0);
                var before = DenseStack.flat(reference.graph().getParam(name));
                after.put(name, Norms.plus(before, Norms.times(step.toDoubleVector(), -1)));
            }
        });
        return after;
    }

    private static void assertSame(Map<String, double[]> ours, Map<String, double[]> theirs, double tolerance) {
        assertThat(ours.keySet()).isEqualTo(theirs.keySet());
        ours.forEach((name, array) -> {
            var other = requireNonNull(theirs.get(name));
            // The gradient by beta is a sum over the batch that nearly cancels: so by what it sums, as gamma's is.
            var norm = Math.max(
                    Norms.euclidean(other), Norms.euclidean(requireNonNull(theirs.get(name.replace("beta", "gamma")))));
            assertThat(Norms.euclidean(Norms.plus(array, Norms.times(other, -1))))
                    .as(name)
                    .isLessThan(tolerance * norm);
        });
    }

    private static List<double[]> rounded(List<double[]> weights) {
        return weights.stream()
                .map(each -> Arrays.stream(each).map(value -> (float) value).toArray())
                .toList();
    }

    private static double[] scaled(double[] values, int exponent) {
        return Norms.times(values, Math.scalb(1.0, exponent));
    }

    private static double[] wide(float[] values) {
        var wide = new double[values.length];
        for (var i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}
