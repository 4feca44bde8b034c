package io.skipway.lab.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.skipway.lab.Activation;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.Initialiser;
import io.skipway.lab.Measurement.Gradients;
import io.skipway.lab.Measurement.Profile;
import io.skipway.lab.Normalisation;
import io.skipway.lab.Skip;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradientFlowsTests {

    /** The median of 15 seeds lies between the least and the greatest of the 15 that the lesson publishes. */
    @ParameterizedTest
    @CsvSource({
        "SIGMOID, XAVIER, NONE, 1.8e-32, 5.3e-32, 1.2, 1.4",
        "TANH, NORMAL, NONE, 6.8e-41, 2.3e-40, 1.6, 2.1",
        "TANH, XAVIER, NONE, 0.065, 0.16, 39, 58",
        "RELU, HE, NONE, 0.14, 5.4, 2.4e10, 1.5e11",
        "RELU, HE, BATCH, 1.8e4, 4.4e4, 5, 19",
        "SIGMOID, XAVIER, BATCH, 1.6, 2.8, 1.5, 2.2"
    })
    void ratioOfFirstToLastIsThatOfTheLesson(
            Activation activation,
            Initialiser initialiser,
            Normalisation normalisation,
            double plainLeast,
            double plainMost,
            double residualLeast,
            double residualMost) {
        var measured = LongStream.rangeClosed(1, 15)
                .mapToObj(seed -> Engines.explore(Engines.flow(activation, initialiser, normalisation, seed)))
                .toList();
        assertThat(median(measured.stream().map(Gradients::plain).toList())).isBetween(plainLeast, plainMost);
        assertThat(median(measured.stream().map(Gradients::residual).toList())).isBetween(residualLeast, residualMost);
    }

    @Test
    void sigmoidVanishesPlainAndKeepsWithSkips() {
        var measured = Engines.explore(Engines.flow(Activation.SIGMOID, Initialiser.XAVIER, Normalisation.NONE, 7));
        assertThat(ratio(requireNonNull(measured.plain()))).isPositive().isLessThan(1e-20);
        assertThat(ratio(requireNonNull(measured.residual()))).isBetween(0.1, 100.0);
        assertThat(requireNonNull(measured.plain()).dh()).hasSize(51);
        assertThat(requireNonNull(measured.plain()).dw()).hasSize(50);
    }

    @Test
    void twoAtOnceGiveTheSameBitsAsOneAfterTheOther() {
        var flow = Engines.small(Skip.SCALED, "digits", 5, 0.1);
        var alone = Engines.run(flow);
        var one = CompletableFuture.supplyAsync(
                () -> Engines.run(flow), task -> Thread.ofPlatform().start(task));
        var other = CompletableFuture.supplyAsync(
                () -> Engines.run(flow), task -> Thread.ofPlatform().start(task));
        assertThat(one.join()).isEqualTo(alone);
        assertThat(other.join()).isEqualTo(alone);
        assertThat(alone).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"moons", "spirals", "digits"})
    void trainingLowersTheLoss(String data) {
        var measured = Engines.run(Engines.small(Skip.IDENTITY, data, 200, 0.1));
        assertThat(measured).hasSizeBetween(40, 60);
        var first = (Gradients) measured.getFirst();
        var last = (Gradients) measured.getLast();
        assertThat(first.step()).isZero();
        assertThat(last.step()).isEqualTo(200);
        assertThat(requireNonNull(last.residual()).loss())
                .isLessThan(requireNonNull(first.residual()).loss());
        assertThat(requireNonNull(last.residual()).accuracy()).isBetween(0.2, 1.0);
    }

    @Test
    void withoutSkipThereIsNoResidualNetwork() {
        assertThat(Engines.explore(Engines.small(Skip.NONE, "moons", 0, 0.1)).residual())
                .isNull();
    }

    @Test
    void cancelStopsBetweenSteps() {
        var hearing = new Engines.Hearing(3);
        Engines.ENGINE.run(Engines.small(Skip.IDENTITY, "moons", 50, 0.1), hearing);
        assertThat(hearing.heard).hasSize(3);
    }

    @Test
    void lossThatLeavesTheRangeEndsTheRunAndNamesStepAndNetwork() {
        var exploding = new GradientFlow(
                100, 64, Activation.RELU, Initialiser.HE, 0.1, Normalisation.NONE, Skip.SCALED, 2, "digits", 20, 1, 7);
        var failure = catchThrowableOfType(EngineFailure.class, () -> Engines.run(exploding));
        assertThat(failure.code()).isEqualTo("not-finite");
        assertThat(failure.details()).containsKeys("step", "network");
    }

    private static double median(List<Profile> profiles) {
        return profiles.stream().mapToDouble(GradientFlowsTests::ratio).sorted().toArray()[profiles.size() / 2];
    }

    private static double ratio(Profile profile) {
        return profile.dh().getFirst() / profile.dh().getLast();
    }
}
