package io.skipway.lab.engine.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;

class OptimiserTests {
    private static final int LENGTH = 37;

    @BeforeAll
    static void load() {
        OpenBlas.load(Path.of("target", "native"));
    }

    static Stream<Arguments> pairs() {
        return Stream.of(
                Arguments.of(new Optimiser.Descent(0.1), new Sgd(0.1)),
                Arguments.of(new Optimiser.Nesterov(0.1, 0.9), new Nesterovs(0.1, 0.9)),
                Arguments.of(new Optimiser.Adam(0.001), new Adam(0.001)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void goesTheWayOfTheNetworkLibrary(Optimiser optimiser, IUpdater theirs) {
        var random = new Random(5);
        var start = random.doubles(LENGTH, -1, 1).toArray();
        var wide = new DoubleLoops();
        var narrow = new FloatLoops();
        var doubles = Parameter.of("p", start, optimiser, wide);
        var floats = Parameter.of("p", start, optimiser, narrow);
        var expected = Nd4j.createFromArray(start);
        var size = theirs.stateSize(LENGTH);
        var updater = theirs.instantiate(size == 0 ? null : Nd4j.zeros(DataType.DOUBLE, 1, size), true);
        for (var t = 1; t <= 5; t++) {
            var gradient = random.doubles(LENGTH, -1e-3, 1e-3).toArray();
            // The gradient comes with a factor, a power of two.
            optimiser.update(doubles, times(gradient, 0x1p30), 0x1p-30, t, wide);
            optimiser.update(floats, narrow.of(times(gradient, 0x1p30)), 0x1p-30, t, narrow);
            var step = Nd4j.createFromArray(gradient).reshape(1, LENGTH);
            updater.applyUpdater(step, t - 1, 0);
            expected.subi(step.reshape(LENGTH));
        }
        assertThat(doubles.value()).containsExactly(expected.toDoubleVector(), within(1e-14));
        assertThat(narrow.doubles(floats.value())).containsExactly(expected.toDoubleVector(), within(1e-6));
        assertThat(doubles.value()).isNotEqualTo(start);
    }

    @Test
    void gradientBeyondTheRangeOfAFloatMovesNothingAndBreaksNothing() {
        var loops = new FloatLoops();
        for (var optimiser : pairs().map(pair -> (Optimiser) pair.get()[0]).toList()) {
            var parameter = Parameter.of("p", new double[] {0.5, -0.5}, optimiser, loops);
            optimiser.update(parameter, new float[] {1, -1}, 0x1p-400, 1, loops);
            assertThat(parameter.value()).containsExactly(0.5f, -0.5f);
        }
    }

    private static double[] times(double[] values, double factor) {
        return Stream.of(values)
                .flatMapToDouble(java.util.Arrays::stream)
                .map(each -> each * factor)
                .toArray();
    }
}
