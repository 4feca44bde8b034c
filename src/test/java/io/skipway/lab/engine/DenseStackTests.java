package io.skipway.lab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.lab.Activation;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.Initialiser;
import io.skipway.lab.Normalisation;
import io.skipway.lab.Skip;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

class DenseStackTests {
    private static final int WIDTH = 8;
    private static final int CLASSES = 3;
    private static final int BATCH = 6;
    private static final double STEP = 1e-6;

    @BeforeAll
    static void load() {
        NativeLibrary.load(Path.of("target", "native"));
    }

    @ParameterizedTest
    @CsvSource({"SIGMOID, NONE, true", "TANH, BATCH, false"})
    void weightGradientsAgreeWithCentralDifferences(Activation activation, Normalisation norm, boolean residual) {
        try (var stack = stack(settings(activation, norm), residual, 5)) {
            var data = new DataSet(features(5), labels());
            for (var weights : new String[] {"stem_W", "f2_W", "head_W"}) {
                stack.differentiate(data.getFeatures(), data.getLabels());
                var gradient =
                        Norms.times(DenseStack.flat(stack.graph().gradient().getGradientFor(weights)), 1.0 / BATCH);
                var differences = differences(stack, data, stack.graph().getParam(weights));
                assertThat(Norms.difference(gradient, differences)).isLessThan(1e-7);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"SIGMOID, NONE, false", "TANH, BATCH, true"})
    void inputGradientAgreesWithCentralDifferences(Activation activation, Normalisation norm, boolean residual) {
        try (var stack = stack(settings(activation, norm), residual, WIDTH)) {
            var data = new DataSet(features(WIDTH), labels());
            stack.differentiate(data.getFeatures(), data.getLabels());
            var first = stack.dh()[0];
            var differences = differences(stack, data, data.getFeatures());
            assertThat(first / Norms.euclidean(differences)).isBetween(1 - 1e-6, 1 + 1e-6);
        }
    }

    private static DenseStack stack(GradientFlow settings, boolean residual, int inputs) {
        return new DenseStack(settings, residual, inputs, CLASSES, InitialWeights.draw(settings, inputs, CLASSES));
    }

    private static double[] differences(DenseStack stack, DataSet data, INDArray values) {
        var differences = new double[(int) values.length()];
        var columns = values.size(1);
        for (var i = 0; i < differences.length; i++) {
            var row = i / columns;
            var column = i % columns;
            var here = values.getDouble(row, column);
            values.putScalar(row, column, here + STEP);
            var above = stack.differentiate(data.getFeatures(), data.getLabels());
            values.putScalar(row, column, here - STEP);
            var below = stack.differentiate(data.getFeatures(), data.getLabels());
            values.putScalar(row, column, here);
            differences[i] = (above - below) / (2 * STEP);
        }
        return differences;
    }

    private static GradientFlow settings(Activation activation, Normalisation norm) {
        return new GradientFlow(
                3, WIDTH, activation, Initialiser.XAVIER, 0.1, norm, Skip.SCALED, 0.7, "moons", 0, 0.1, 5);
    }

    private static INDArray features(int inputs) {
        var random = new Random(11);
        return Nd4j.createFromArray(IntStream.range(0, BATCH)
                .mapToObj(_ -> random.doubles(inputs, -2, 2).toArray())
                .toArray(double[][]::new));
    }

    private static INDArray labels() {
        var labels = new double[BATCH][CLASSES];
        for (var i = 0; i < BATCH; i++) {
            labels[i][i % CLASSES] = 1;
        }
        return Nd4j.createFromArray(labels);
    }
}
