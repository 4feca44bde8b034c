package io.skipway.lab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormsTests {

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-160, 1, 1e160, 1e300})
    void normKeepsItsRangeWhereTheSquaresLeaveIt(double scale) {
        assertThat(Norms.euclidean(new double[] {3 * scale, -4 * scale, 0}) / scale)
                .isCloseTo(5, within(1e-14));
    }

    @Test
    void normOfNothingIsZeroAndOfInfinityInfinite() {
        assertThat(Norms.euclidean(new double[] {0, 0})).isZero();
        assertThat(Norms.euclidean(new double[] {1, Double.NEGATIVE_INFINITY})).isInfinite();
        assertThat(Norms.euclidean(new double[] {1, Double.NaN})).isNaN();
    }

    @Test
    void angleOfOppositesIs180Degrees() {
        assertThat(Norms.angleDegrees(new double[] {1, 1e-200}, new double[] {-2, -2e-200}))
                .isEqualTo(180);
        assertThat(Norms.angleDegrees(new double[] {1, 0}, new double[] {0, 5})).isCloseTo(90, within(1e-12));
    }
}
