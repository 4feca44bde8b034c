package io.skipway.lab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.skipway.lab.Activation;
import io.skipway.lab.Bottleneck;
import io.skipway.lab.Degradation;
import io.skipway.lab.Experiment;
import io.skipway.lab.ExperimentRejected;
import io.skipway.lab.Health;
import io.skipway.lab.Initialiser;
import io.skipway.lab.Landscape;
import io.skipway.lab.Lesion;
import io.skipway.lab.Remedies;
import io.skipway.lab.Skip;
import io.skipway.lab.Verification.Difference;
import io.skipway.lab.engine.stack.Optimiser;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerifyingTests {
    private static final Duration BUDGET = Duration.ofSeconds(60);

    static Stream<Arguments> experiments() {
        return Stream.of(
                Arguments.of(Engines.small(Skip.SCALED, "digits", 22, 0.1), 2, 40, 0),
                Arguments.of(new Remedies(4, Activation.RELU, "moons", 4, 0.1, 1), 24, 48, 12),
                Arguments.of(new Lesion(4, 20, 0.02, 2), 2, 40, 10),
                Arguments.of(new Health(3, Activation.RELU, Initialiser.HE, 0.1, Skip.IDENTITY, 4, 0.05, 3), 1, 4, 4),
                Arguments.of(new Degradation("dense", 8, 10, 4), 2, 22, 44),
                Arguments.of(new Degradation("convolution", 8, 10, 5), 2, 6, 78),
                Arguments.of(new Landscape(2, 8, 5, 0.5, 6), 2, 10, 140));
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void theReferenceAgreesBesideTheRunAndTheRunStaysWhatItWas(
            Experiment experiment, int networks, int steps, int evaluations) {
        var hearing = new Engines.Hearing(Integer.MAX_VALUE);
        var verification = Engines.ENGINE.verify(experiment, BUDGET, hearing);
        assertThat(hearing.heard).isEqualTo(Engines.run(experiment));
        assertThat(verification.differences())
                .isNotEmpty()
                .allSatisfy(
                        each -> assertThat(each.greatest()).as(each.quantity()).isLessThan(1e-9));
        assertThat(verification.rounding()).isLessThan(1e-5);
        assertThat(verification.agrees()).isTrue();
        assertThat(verification.cut()).isFalse();
        assertThat(verification.networks()).isEqualTo(networks);
        assertThat(verification.steps()).isEqualTo(steps);
        assertThat(verification.evaluations()).isEqualTo(evaluations);
    }

    @Test
    void whenItsTimeIsOverItSaysHowFarItCame() {
        var lesion = new Lesion(4, 20, 0.02, 2);
        var hearing = new Engines.Hearing(Integer.MAX_VALUE);
        var verification = Engines.ENGINE.verify(lesion, Duration.ofNanos(1), hearing);
        assertThat(verification.cut()).isTrue();
        assertThat(verification.steps()).isEqualTo(1);
        assertThat(verification.evaluations()).isZero();
        assertThat(hearing.heard).hasSize(1);
    }

    @Test
    void aNetworkThatIsOffIsFound() {
        var layout = StackNetwork.layout(Engines.small(Skip.IDENTITY, "moons", 0, 0.1), true, 8, 2, 4);
        var start = InitialWeights.draw(Engines.small(Skip.IDENTITY, "moons", 0, 0.1), 8, 2);
        var products = io.skipway.lab.engine.stack.OpenBlas.load(java.nio.file.Path.of("target", "native"));
        var findings = new Findings(1, BUDGET.toNanos());
        var pair = new Pair<>(
                products.inDouble(layout, start, new Optimiser.Descent(0.1)),
                () -> products.inDouble(layout, start, new Optimiser.Descent(0.1)),
                () -> products.inDouble(layout, start, new Optimiser.Descent(0.1 + 1e-6)),
                findings);
        pair.learn(new java.util.Random(1).doubles(32, -1, 1).toArray(), new int[] {0, 1, 1, 0});
        var verification = findings.verification();
        assertThat(verification.agrees()).isFalse();
        assertThat(verification.differences())
                .filteredOn(each -> each.greatest() > verification.tolerance())
                .extracting(Difference::quantity)
                .containsExactly("parameters");
    }

    @Test
    void whatTheReferenceComputesItselfHasNothingBesideIt() {
        var rejected = catchThrowableOfType(
                ExperimentRejected.class,
                () -> Engines.ENGINE.verify(
                        new Bottleneck(16, 8, 4, 8, "with", 7), BUDGET, new Engines.Hearing(Integer.MAX_VALUE)));
        assertThat(Objects.requireNonNull(rejected).code()).isEqualTo("is-reference");
    }
}
