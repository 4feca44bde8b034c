package io.skipway.lab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.lab.Activation;
import io.skipway.lab.Measurement.Field;
import io.skipway.lab.Measurement.Kernel;
import io.skipway.lab.Stacked3x3;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReceptiveFieldsTests {

    @BeforeAll
    static void load() {
        NativeLibrary.load(Path.of("target", "native"));
    }

    @Test
    void threeSmallAgainstOneLarge() {
        var field = field(new Stacked3x3(3, 64, Activation.RELU, 7));
        assertThat(field.stack()).isEqualTo(new Kernel(3, 3, 110_784, 5_549_064_192L, 7));
        assertThat(field.single()).isEqualTo(new Kernel(1, 7, 200_768, 10_070_523_904L, 7));
        assertThat(field.stackField()).hasSize(7).allMatch(row -> row.size() == 7);
    }

    @Test
    void gradientOfAStackGathersAtTheCentreAndThatOfOneKernelDoesNot() {
        var field = field(new Stacked3x3(4, 8, Activation.IDENTITY, 7));
        assertThat(field.stackField().getFirst().getFirst()).isPositive().isLessThan(0.2);
        assertThat(field.singleField().getFirst().getFirst()).isGreaterThan(0.5);
        assertThat(field.stackRadius()).isLessThan(field.singleRadius());
    }

    @Test
    void aSingleLayerIsTheSameOnBothSides() {
        var field = field(new Stacked3x3(1, 8, Activation.RELU, 7));
        assertThat(field.stackField()).isEqualTo(field.singleField());
    }

    @Test
    void gradientAgreesWithCentralDifferences() {
        try (var stack = new ConvolutionStack(2, 3, 2, Activation.TANH, 5)) {
            var gradient = stack.signed();
            var differences = new double[gradient.length];
            for (var i = 0; i < gradient.length; i++) {
                differences[i] = (stack.loss(i, 1e-6) - stack.loss(i, -1e-6)) / 2e-6;
            }
            assertThat(Norms.difference(gradient, differences)).isLessThan(1e-6);
        }
    }

    private static Field field(Stacked3x3 stack) {
        return (Field) Engines.ENGINE.explore(stack).getFirst();
    }
}
