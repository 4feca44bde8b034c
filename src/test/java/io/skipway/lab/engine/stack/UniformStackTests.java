package io.skipway.lab.engine.stack;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.skipway.lab.Activation;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UniformStackTests {
    private static final OpenBlas.Products NATIVE = OpenBlas.load(Path.of("target", "native"));
    private static final OpenBlas.Products PLAIN = new OpenBlas.Products("plain", false);
    private static final Optimiser DESCENT = new Optimiser.Descent(0.1);
    private static final int BATCH = 7;

    /** Smooth activations, for at the kink of a ReLU there is no derivative; with and without stem. */
    static Stream<Layout> smooth() {
        return Stream.of(Activation.SIGMOID, Activation.TANH)
                .flatMap(activation -> Stream.of(true, false)
                        .flatMap(normalised -> Stream.of(true, false)
                                .flatMap(residual -> Stream.of(
                                        new Layout(9, 9, 2, 4, BATCH, activation, normalised, residual, 0.7),
                                        new Layout(3, 8, 3, 10, BATCH, activation, normalised, residual, 1)))));
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void gradientsAgreeWithCentralDifferences(Layout layout) {
        var stack = NATIVE.inDouble(layout, weights(layout), DESCENT);
        var features = features(layout);
        var labels = labels(layout);
        var gradients = new HashMap<String, double[]>();
        stack.differentiate(features, labels, (name, d, exponent) -> gradients.put(name, scaled(d, exponent)));
        for (var parameter : stack.parameters()) {
            assertDifferences(
                    stack, features, labels, parameter.value(), requireNonNull(gradients.get(parameter.name())));
        }
        if (layout.inputs() == layout.width()) {
            assertDifferences(stack, features, labels, features, requireNonNull(gradients.get("h0")));
        }
    }

    /** Norm-wise, of at most 40 elements that are moved one by one. */
    private static void assertDifferences(
            UniformStack<double[]> stack, double[] features, int[] labels, double[] moved, double[] gradient) {
        var count = Math.min(40, moved.length);
        var apart = new double[count];
        var expected = new double[count];
        for (var n = 0; n < count; n++) {
            var i = n * moved.length / count;
            var here = moved[i];
            moved[i] = here + 1e-6;
            var above = stack.differentiate(features, labels, (_, _, _) -> {});
            moved[i] = here - 1e-6;
            var below = stack.differentiate(features, labels, (_, _, _) -> {});
            moved[i] = here;
            expected[n] = gradient[i];
            apart[n] = (above - below) / 2e-6 - gradient[i];
        }
        assertThat(norm(expected)).isGreaterThan(1e-4);
        assertThat(norm(apart) / norm(expected)).isLessThan(1e-6);
    }

    /** Less deep with normalisation, which alone explodes so that the last bits soon decide. */
    static Stream<Arguments> all() {
        return Stream.of(Activation.SIGMOID, Activation.TANH, Activation.RELU)
                .flatMap(activation -> Stream.of(true, false)
                        .flatMap(residual -> Stream.of(true, false)
                                .map(normalised -> Arguments.of(new Layout(
                                        64,
                                        64,
                                        normalised ? 10 : 30,
                                        10,
                                        BATCH,
                                        activation,
                                        normalised,
                                        residual,
                                        1)))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void plainJavaGivesTheSame(Layout layout) {
        var fast = NATIVE.inDouble(layout, weights(layout), DESCENT);
        var slow = PLAIN.inDouble(layout, weights(layout), DESCENT);
        for (var step = 0; step < 2; step++) {
            var loss = fast.learn(features(layout), labels(layout));
            assertThat(slow.learn(features(layout), labels(layout))).isCloseTo(loss, within(1e-9 * loss));
        }
        assertClose(fast.dh(), slow.dh(), 1e-9);
        assertClose(fast.dw(), slow.dw(), 1e-9);
        assertThat(slow.accuracy(labels(layout))).isEqualTo(fast.accuracy(labels(layout)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void floatFollowsDouble(Layout layout) {
        var wide = NATIVE.inDouble(layout, weights(layout), DESCENT);
        var narrow = NATIVE.inFloat(layout, weights(layout), DESCENT);
        var alsoNarrow = PLAIN.inFloat(layout, weights(layout), DESCENT);
        var loss = wide.learn(features(layout), labels(layout));
        assertThat(narrow.learn(features(layout), labels(layout))).isCloseTo(loss, within(1e-4 * loss));
        alsoNarrow.learn(features(layout), labels(layout));
        assertClose(narrow.dh(), wide.dh(), 1e-3);
        assertClose(alsoNarrow.dw(), wide.dw(), 1e-3);
    }

    /** The norm of the input's gradient is about 1e-66, which no float can hold. */
    @Test
    void floatCarriesWhatIsBeyondItsRange() {
        var layout = new Layout(64, 64, 100, 10, BATCH, Activation.SIGMOID, false, false, 1);
        var wide = NATIVE.inDouble(layout, weights(layout), DESCENT);
        var narrow = NATIVE.inFloat(layout, weights(layout), DESCENT);
        wide.learn(features(layout), labels(layout));
        narrow.learn(features(layout), labels(layout));
        assertThat(wide.dh()[0]).isBetween(1e-75, 1e-55);
        for (var layer = 0; layer <= 100; layer++) {
            assertThat(narrow.dh()[layer]).isCloseTo(wide.dh()[layer], within(1e-4 * wide.dh()[layer]));
        }
    }

    @Test
    void stepAllocatesNothing() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (var optimiser : List.of(DESCENT, new Optimiser.Nesterov(0.01, 0.9), new Optimiser.Adam(0.001))) {
            for (var products : List.of(NATIVE, PLAIN)) {
                var layout = new Layout(6, 16, 20, 4, BATCH, Activation.TANH, true, true, 1);
                var features = features(layout);
                var labels = labels(layout);
                var stacks = List.of(
                        products.inFloat(layout, weights(layout), optimiser),
                        products.inDouble(layout, weights(layout), optimiser));
                for (var stack : stacks) {
                    // Until the compiler has removed what the calls are wrapped in.
                    long allocated = 1;
                    for (var round = 0; round < 100 && allocated > 0; round++) {
                        var before = threads.getCurrentThreadAllocatedBytes();
                        for (var step = 0; step < 100; step++) {
                            stack.learn(features, labels);
                        }
                        allocated = threads.getCurrentThreadAllocatedBytes() - before;
                    }
                    assertThat(allocated).isZero();
                }
            }
        }
    }

    private static List<double[]> weights(Layout layout) {
        var random = new Random(2);
        var weights = new ArrayList<double[]>();
        if (layout.inputs() != layout.width()) {
            weights.add(xavier(random, layout.inputs(), layout.width()));
        }
        for (var layer = 0; layer < layout.depth(); layer++) {
            weights.add(xavier(random, layout.width(), layout.width()));
        }
        weights.add(xavier(random, layout.width(), layout.classes()));
        return weights;
    }

    private static double[] xavier(Random random, int in, int out) {
        return random.doubles((long) in * out)
                .map(_ -> random.nextGaussian() * Math.sqrt(2.0 / (in + out)))
                .toArray();
    }

    private static double[] features(Layout layout) {
        return new Random(4).doubles((long) BATCH * layout.inputs(), -2, 2).toArray();
    }

    private static int[] labels(Layout layout) {
        return new Random(6).ints(BATCH, 0, layout.classes()).toArray();
    }

    private static double[] scaled(double[] values, int exponent) {
        return Stream.of(values)
                .flatMapToDouble(java.util.Arrays::stream)
                .map(each -> Math.scalb(each, exponent))
                .toArray();
    }

    private static void assertClose(double[] actual, double[] expected, double tolerance) {
        for (var i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(tolerance * expected[i]));
        }
    }

    private static double norm(double[] values) {
        return Math.sqrt(Stream.of(values)
                .flatMapToDouble(java.util.Arrays::stream)
                .map(each -> each * each)
                .sum());
    }
}
