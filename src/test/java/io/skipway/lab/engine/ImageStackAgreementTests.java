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
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/** Images on both engines: few sizes are equal, and the last are more than the products take at once. */
class ImageStackAgreementTests {
    private static final OpenBlas.Products PRODUCTS = OpenBlas.load(Path.of("target", "native"));

    static Stream<ImageLayout> layouts() {
        return Stream.of(
                new ImageLayout(2, 4, 5, 3, 6, 4, 7, false),
                new ImageLayout(2, 4, 5, 3, 6, 4, 7, true),
                new ImageLayout(1, 6, 3, 4, 10, 5, 6, true),
                new ImageLayout(1, 8, 9, 4, 4, 5, 20, true));
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

        try (var graph = new Reference(layout, start)) {
            var expected = graph.differentiate(features, labels);
            assertThat(loss).isCloseTo(graph.loss(), within(1e-9));
            assertThat(roughLoss).isCloseTo(graph.loss(), within(1e-5));
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
        }
    }

    private static double apart(double[] a, double[] b) {
        assertThat(a).hasSameSizeAs(b);
        var difference = IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]);
        return Norms.euclidean(difference.toArray()) / Math.max(Norms.euclidean(a), Norms.euclidean(b));
    }

    /** The same network of the library's layers. */
    private static final class Reference implements AutoCloseable {
        private final ImageLayout layout;
        private final ComputationGraph graph;

        Reference(ImageLayout layout, List<double[]> start) {
            this.layout = layout;
            var builder = new NeuralNetConfiguration.Builder()
                    .dataType(DataType.DOUBLE)
                    .updater(new NoOp())
                    .convolutionMode(ConvolutionMode.Same)
                    .graphBuilder()
                    .addInputs("input");
            normalise(convolve(builder, "stem", "input"), 0, "stem");
            relu(builder, "h0", "n0");
            for (var layer = 1; layer < layout.depth() - 1; layer++) {
                var below = "h" + (layer - 1);
                normalise(convolve(builder, "f" + layer, below), layer, "f" + layer);
                var sum = "n" + layer;
                if (layout.residual() && layer % 2 == 0) {
                    sum = "sum" + layer;
                    builder.addVertex(
                            sum, new ElementWiseVertex(ElementWiseVertex.Op.Add), "h" + (layer - 2), "n" + layer);
                }
                relu(builder, "h" + layer, sum);
            }
            builder.addLayer("pool", new GlobalPoolingLayer(PoolingType.AVG), "h" + (layout.depth() - 2))
                    .addLayer(
                            "head",
                            new OutputLayer.Builder(new CrossEntropy())
                                    .nOut(layout.classes())
                                    .hasBias(false)
                                    .activation(Activation.SOFTMAX)
                                    .build(),
                            "pool")
                    .setOutputs("head")
                    .setInputTypes(InputType.convolutional(layout.height(), layout.width(), layout.inputs()));
            graph = new ComputationGraph(builder.build());
            graph.init();
            var weights = start.iterator();
            set("stem_W", weights.next());
            for (var layer = 1; layer < layout.depth() - 1; layer++) {
                set("f" + layer + "_W", weights.next());
            }
            set("head_W", weights.next());
        }

        private GraphBuilder convolve(GraphBuilder builder, String name, String below) {
            var convolution = new ConvolutionLayer.Builder(3, 3)
                    .nOut(layout.channels())
                    .hasBias(false)
                    .activation(Activation.IDENTITY)
                    .build();
            return builder.addLayer(name, convolution, below);
        }

        private static void normalise(GraphBuilder builder, int layer, String below) {
            builder.addLayer("n" + layer, new BatchNormalization(), below);
        }

        private static void relu(GraphBuilder builder, String name, String below) {
            builder.addLayer(name, new ActivationLayer(Activation.RELU), below);
        }

        private void set(String name, double[] values) {
            var parameter = graph.getParam(name);
            parameter.assign(Nd4j.createFromArray(values).reshape(parameter.shape()));
        }

        /** Of the batch's mean loss, in the order of the stack. */
        Map<String, double[]> differentiate(double[] features, int[] labels) {
            var oneHot = new double[labels.length][layout.classes()];
            IntStream.range(0, labels.length).forEach(i -> oneHot[i][labels[i]] = 1);
            graph.setInputs(Nd4j.createFromArray(features)
                    .reshape(layout.batch(), layout.inputs(), layout.height(), layout.width()));
            graph.setLabels(Nd4j.createFromArray(oneHot));
            graph.computeGradientAndScore();
            var gradients = new HashMap<String, double[]>();
            graph.gradient().gradientForVariable().forEach((name, gradient) -> {
                var ordered = gradient.rank() == 4 ? gradient.permute(2, 3, 0, 1) : gradient;
                gradients.put(name, DenseStack.flat(ordered.div(labels.length)));
            });
            // What the running statistics of the library move by is no gradient.
            gradients.keySet().removeIf(name -> name.matches(".*_(mean|var|log10stdev)"));
            return gradients;
        }

        double loss() {
            return graph.score();
        }

        @Override
        public void close() {
            Workspaces.release(graph);
        }
    }
}
