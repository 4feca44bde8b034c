package io.skipway.lab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.skipway.lab.Activation;
import io.skipway.lab.IdentityTerm;
import io.skipway.lab.Measurement.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTermsTests {

    @ParameterizedTest
    @CsvSource({
        "1, TANH, none, 16",
        "0.3, SIGMOID, none, 64",
        "1, RELU, none, 16",
        "0.5, IDENTITY, none, 2",
        "1, TANH, relu-after-addition, 16",
        "0.9, IDENTITY, minus-identity, 16",
        "0.9, TANH, tanh-minus-x, 16"
    })
    void partsSumToTheNetworksGradientAndToCentralDifferences(
            double a, Activation activation, String counterexample, int width) {
        var split = split(a, activation, counterexample, width);
        assertThat(split.agreement()).isLessThan(1e-12);
        assertThat(split.differenceAgreement()).isLessThan(1e-6);
        assertThat(split.networkGradient()).hasSize(width);
    }

    @Test
    void residualPartIsProportionalToAAndTheSkipPartStays() {
        var sweep = split(1, Activation.TANH, "none", 16).sweep();
        var whole = sweep.getLast();
        assertThat(whole.a()).isEqualTo(1);
        assertThat(whole.residual()).isPositive();
        for (var point : sweep) {
            assertThat(point.skip()).isCloseTo(1, within(1e-14));
            assertThat(point.residual()).isCloseTo(point.a() * whole.residual(), within(1e-14));
        }
        assertThat(sweep.getFirst().residual()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"IDENTITY, minus-identity", "TANH, tanh-minus-x"})
    void gradientVanishesExactlyWhereTheBranchUndoesTheSkip(Activation activation, String counterexample) {
        var split = split(1, activation, counterexample, 16);
        assertThat(split.networkGradient()).allMatch(each -> each == 0);
        assertThat(split.at().sum()).isZero();
        assertThat(split.at().skip()).isCloseTo(1, within(1e-14));
        assertThat(split.at().angleDegrees()).isCloseTo(180, within(1e-5));
        assertThat(split.agreement()).isZero();
        assertThat(split.differenceAgreement()).isLessThan(1e-6);
    }

    @Test
    void reluAfterTheAdditionCutsTheDirectPathWhereAUnitIsOff() {
        var split = split(1, Activation.TANH, "relu-after-addition", 16);
        assertThat(split.skipPart()).anyMatch(each -> each == 0).anyMatch(each -> each != 0);
        assertThat(split.at().skip()).isLessThan(1);
    }

    private static Split split(double a, Activation activation, String counterexample, int width) {
        return (Split) Engines.run(new IdentityTerm(a, activation, counterexample, width, 7))
                .getFirst();
    }
}
