package io.skipway.lab.engine.stack;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageStackTests {
    private static final OpenBlas.Products NATIVE = OpenBlas.load(Path.of("target", "native"));
    private static final OpenBlas.Products PLAIN = new OpenBlas.Products("plain", false);
    private static final Optimiser DESCENT = new Optimiser.Descent(0.1);

    static Stream<ImageLayout> layouts() {
        return Stream.of(
                new ImageLayout(2, 3, 4, 3, 6, 4, 5, true),
                new ImageLayout(2, 3, 4, 3, 6, 4, 5, false),
                new ImageLayout(2, 3, 4, 3, 6, 4, 5, true, true));
    }

    /** No unit is so near the kink of its ReLU that a step crosses it. */
    @ParameterizedTest
    @MethodSource("layouts")
    void gradientsAgreeWithCentralDifferences(ImageLayout layout) {
        var stack = NATIVE.inDouble(layout, weights(layout), DESCENT);
        var features = features(layout);
        var labels = labels(layout);
        var gradients = gradients(stack, features, labels);
        for (var parameter : stack.parameters()) {
            var moved = parameter.value();
            var gradient = requireNonNull(gradients.get(parameter.name()));
            var apart = new double[moved.length];
            for (var i = 0; i < moved.length; i++) {
                var here = moved[i];
                moved[i] = here + 1e-6;
                var above = stack.evaluate(features, labels);
                moved[i] = here - 1e-6;
                var below = stack.evaluate(features, labels);
                moved[i] = here;
                apart[i] = (above - below) / 2e-6 - gradient[i];
            }
            assertThat(norm(gradient)).as(parameter.name()).isGreaterThan(1e-4);
            assertThat(norm(apart) / norm(gradient)).as(parameter.name()).isLessThan(1e-6);
        }
        assertThat(stack.stemNorm())
                .isCloseTo(norm(requireNonNull(gradients.get("stem_W"))), within(1e-12 * stack.stemNorm()));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void plainJavaGivesTheSame(ImageLayout layout) {
        var fast = NATIVE.inDouble(layout, weights(layout), DESCENT);
        var slow = PLAIN.inDouble(layout, weights(layout), DESCENT);
        var narrow = PLAIN.inFloat(layout, weights(layout), DESCENT);
        var features = features(layout);
        var labels = labels(layout);
        for (var step = 0; step < 3; step++) {
            var loss = fast.learn(features, labels);
            assertThat(slow.learn(features, labels)).isCloseTo(loss, within(1e-9));
            assertThat(narrow.learn(features, labels)).isCloseTo(loss, within(1e-4));
        }
        assertThat(slow.stemNorm()).isCloseTo(fast.stemNorm(), within(1e-9 * fast.stemNorm()));
        assertThat(slow.accuracy(labels)).isEqualTo(fast.accuracy(labels));
        var theirs = gradients(slow, features, labels);
        gradients(fast, features, labels)
                .forEach((name, gradient) -> assertThat(requireNonNull(theirs.get(name)))
                        .as(name)
                        .containsExactly(gradient, within(1e-9 * norm(gradient))));
    }

    /** Four classes of noise around an image of their own; another batch tells whether that was learnt. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void trainingLowersTheLossAndACopyOfAnotherBatchSizeKnowsIt(boolean residual) {
        var learner = new ImageLayout(2, 3, 4, 8, 6, 4, 64, residual);
        var judge = learner.withBatch(100);
        var stack = NATIVE.inFloat(learner, weights(learner), new Optimiser.Nesterov(0.05, 0.9));
        var copy = NATIVE.inFloat(judge, weights(judge), DESCENT);
        var features = features(judge);
        var labels = labels(judge);
        var before = copy.evaluate(features, labels);
        for (var step = 0; step < 100; step++) {
            stack.learn(features(learner), labels(learner));
        }
        assertThat(copy.evaluate(features, labels)).isEqualTo(before);
        copy.put(stack.weights());
        assertThat(copy.evaluate(features, labels)).isLessThan(before / 4);
        assertThat(copy.accuracy(labels)).isGreaterThan(0.9);
    }

    @Test
    void stepAllocatesNothing() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var layout = new ImageLayout(1, 4, 4, 4, 8, 4, 3, true);
        var features = features(layout);
        var labels = labels(layout);
        for (var optimiser : List.of(DESCENT, new Optimiser.Nesterov(0.01, 0.9), new Optimiser.Adam(0.001))) {
            for (var products : List.of(NATIVE, PLAIN)) {
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

    @Test
    void depthIsAStemBlocksOfTwoAndAHead() {
        for (var depth : new int[] {2, 7}) {
            assertThatThrownBy(() -> new ImageLayout(1, 8, 8, 8, depth, 10, 16, true))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("" + depth);
        }
    }

    private static Map<String, double[]> gradients(ImageStack<double[]> stack, double[] features, int[] labels) {
        var gradients = new HashMap<String, double[]>();
        stack.differentiate(features, labels, (name, gradient, _) -> gradients.put(name, gradient.clone()));
        return gradients;
    }

    private static List<double[]> weights(ImageLayout layout) {
        var random = new Random(2);
        var weights = new ArrayList<double[]>();
        for (var layer = 0; layer < layout.depth() - 1; layer++) {
            var in = 9 * (layer == 0 ? layout.inputs() : layout.channels());
            weights.add(normal(random, layout.channels() * in, Math.sqrt(2.0 / in)));
        }
        weights.add(normal(random, layout.channels() * layout.classes(), 0.5));
        return weights;
    }

    private static double[] normal(Random random, int length, double deviation) {
        return random.doubles(length)
                .map(_ -> random.nextGaussian() * deviation)
                .toArray();
    }

    private static double[] features(ImageLayout layout) {
        var size = layout.inputs() * layout.height() * layout.width();
        var images = normal(new Random(7), layout.classes() * size, 1);
        var features = normal(new Random(layout.batch()), layout.batch() * size, 0.3);
        var labels = labels(layout);
        for (var i = 0; i < features.length; i++) {
            features[i] += images[labels[i / size] * size + i % size];
        }
        return features;
    }

    private static int[] labels(ImageLayout layout) {
        return new Random(6).ints(layout.batch(), 0, layout.classes()).toArray();
    }

    private static double norm(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(each -> each * each).sum());
    }
}
