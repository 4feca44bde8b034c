package io.skipway.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparingTests {
    @Test
    void measuresAnArrayByItsNorm() {
        var comparison = compare(gradients(3.0, 4.0), gradients(3.0, 4.0 + 5e-7));
        assertThat(comparison.greatest()).isCloseTo(1e-7, within(1e-12));
        assertThat(comparison.equal()).isFalse();
        // Loss, accuracy, step and the two norms.
        assertThat(comparison.values()).isEqualTo(5);
    }

    @Test
    void comparesWhatIsTooSmallToSquare() {
        var comparison = compare(gradients(1e-300, 2e-300), gradients(1e-300, 1e-300));
        assertThat(comparison.greatest()).isCloseTo(1 / Math.sqrt(5), within(1e-12));
        assertThat(compare(gradients(0.0, 0.0), gradients(0.0, 0.0)).equal()).isTrue();
    }

    @Test
    void owesTheBitsOfASignedZero() {
        var comparing = new Comparing();
        comparing.compare(entries(gradients(0.0)), entries(gradients(-0.0)));
        assertThat(comparing.result(false, 1e-9).equal()).isTrue();
        assertThat(comparing.result(true, 1e-9).equal()).isFalse();
    }

    @Test
    void takesWhatLeftTheRangeAsEqualOnlyOnBothSides() {
        assertThat(compare(gradients(1.0, Double.NaN), gradients(1.0, Double.NaN))
                        .equal())
                .isTrue();
        assertThat(compare(gradients(1.0, Double.NaN), gradients(1.0, 2.0)).greatest())
                .isInfinite();
        assertThat(compare(gradients(1.0), gradients(1.0, 2.0)).equal()).isFalse();
    }

    @Test
    void owesTheToleranceOnlyFromEqualParameters() {
        var comparison = Comparing.fromEqualParameters(
                entries(gradients(1.0), gradients(2.0)), entries(gradients(1.0 + 1e-12), gradients(2.002)), 1e-9);
        assertThat(comparison.equal()).isTrue();
        assertThat(comparison.greatest()).isCloseTo(1e-12, within(1e-13));
        assertThat(comparison.drift()).isCloseTo(1e-3, within(1e-5));
        assertThat(Comparing.fromEqualParameters(entries(gradients(1.0)), entries(gradients(1.1)), 1e-9)
                        .equal())
                .isFalse();
        assertThat(Comparing.fromEqualParameters(entries(gradients(1.0), gradients(2.0)), entries(gradients(1.0)), 1e-9)
                        .equal())
                .isFalse();
    }

    @Test
    void missesAMeasurement() {
        var comparing = new Comparing();
        comparing.compare(entries(gradients(1.0)), List.of());
        assertThat(comparing.result(true, 1e-9).equal()).isFalse();
        assertThat(comparing.result(false, 1e-9).equal()).isFalse();
    }

    @Test
    void leavesMeasuredTimesOut() {
        assertThat(compare(module(64, 1.5), module(64, 1.6)).equal()).isTrue();
        assertThat(compare(module(64, 1.5), module(64, null)).equal()).isTrue();
        assertThat(compare(module(64, 1.5), module(65, 1.5)).equal()).isFalse();
    }

    private static Run.Comparison compare(Measurement one, Measurement other) {
        var comparing = new Comparing();
        comparing.compare(entries(one), entries(other));
        return comparing.result(false, 1e-9);
    }

    private static List<Run.Entry> entries(Measurement... measurements) {
        return Arrays.stream(measurements).map(it -> new Run.Entry(1, it)).toList();
    }

    private static Measurement gradients(Double... dh) {
        return new Measurement.Gradients(0, null, new Measurement.Profile(2.3, 0.1, List.of(dh), List.of()));
    }

    private static Measurement module(long parameters, @Nullable Double millis) {
        var cost = new Measurement.Cost(parameters, 128, 16);
        var times = millis == null ? null : new Measurement.Times(millis, 2 * millis, 9);
        return new Measurement.Module(List.of(new Measurement.Branch("1x1", cost, cost)), cost, cost, times, times);
    }
}
