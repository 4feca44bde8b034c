package io.skipway.lab.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.skipway.lab.engine.stack.Gradients;
import io.skipway.lab.engine.stack.ImageLayout;
import io.skipway.lab.engine.stack.OpenBlas;
import io.skipway.lab.engine.stack.Optimiser;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Images on both engines: few sizes are equal, and the last are more than the products take at once. */
class ImageStackAgreementTests {
    private static final OpenBlas.Products PRODUCTS = OpenBlas.load(Path.of("target", "native"));

    static Stream<ImageLayout> layouts() {
        return Stream.of(
                new ImageLayout(2, 4, 5, 3, 6, 4, 7, false),
                new ImageLayout(2, 4, 5, 3, 6, 4, 7, true),
                new ImageLayout(1, 6, 3, 4, 10, 5, 6, true),
                new ImageLayout(1, 8, 9, 4, 4, 5, 20, true),
                new ImageLayout(2, 4, 5, 3, 4, 4, 7, true, true),
                new ImageLayout(1, 6, 3, 4, 10, 5, 6, true, true),
                new ImageLayout(1, 6, 3, 4, 6, 5, 6, false, true));
    }

    @BeforeAll
    static void load() {
        NativeLibrary.load(Path.of("target", "native"));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void everyGradientIsThatOfTheReference(ImageLayout layout) {
        var start = InitialWeights.draw(layout, 3);
        var images = layout.batch() * layout.inputs() * layout.height() * layout.width();
        var features = new Random(1).doubles(images, -2, 2).toArray();
        var labels = new Random(2).ints(layout.batch(), 0, layout.classes()).toArray();

        var wide = new HashMap<String, double[]>();
        Gradients<double[]> intoWide = (name, gradient, _) -> wide.put(name, gradient.clone());
        var inDouble = PRODUCTS.inDouble(layout, start, new Optimiser.Descent(0.1));
        var loss = inDouble.differentiate(features, labels, intoWide);
        var narrow = new HashMap<String, double[]>();
        Gradients<float[]> intoNarrow = (name, gradient, _) -> narrow.put(
                name,
                IntStream.range(0, gradient.length)
                        .mapToDouble(i -> gradient[i])
                        .toArray());
        var inFloat = PRODUCTS.inFloat(layout, start, new Optimiser.Descent(0.1));
        var roughLoss = inFloat.differentiate(features, labels, intoNarrow);

        try (var graph = new GraphImages(layout, start, new Optimiser.Descent(0.1))) {
            var expected = new HashMap<String, double[]>();
            var theirLoss = graph.learn(features, labels, (name, gradient, _) -> expected.put(name, gradient));
            assertThat(loss).isCloseTo(theirLoss, within(1e-9));
            assertThat(roughLoss).isCloseTo(theirLoss, within(1e-5));
            assertThat(wide.keySet()).isEqualTo(expected.keySet()).isEqualTo(narrow.keySet());
            for (var each : expected.entrySet()) {
                var name = each.getKey();
                assertThat(apart(requireNonNull(wide.get(name)), each.getValue()))
                        .as(name)
                        .isLessThan(1e-9);
                assertThat(apart(requireNonNull(narrow.get(name)), each.getValue()))
                        .as(name)
                        .isLessThan(1e-5);
            }
            inDouble.learn(features, labels);
            graph.weights()
                    .forEach((name, values) -> assertThat(Norms.difference(
                                    requireNonNull(inDouble.weights().get(name)), values))
                            .as(name)
                            .isLessThan(1e-8));
        }
    }

    private static double apart(double[] a, double[] b) {
        assertThat(a).hasSameSizeAs(b);
        var difference = IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]);
        return Norms.euclidean(difference.toArray()) / Math.max(Norms.euclidean(a), Norms.euclidean(b));
    }
}
