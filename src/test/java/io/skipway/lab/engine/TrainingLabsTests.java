package io.skipway.lab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skipway.lab.Activation;
import io.skipway.lab.Degradation;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.Health;
import io.skipway.lab.Initialiser;
import io.skipway.lab.Landscape;
import io.skipway.lab.Lesion;
import io.skipway.lab.Measurement.Grid;
import io.skipway.lab.Measurement.Race;
import io.skipway.lab.Measurement.Removal;
import io.skipway.lab.Measurement.Surfaces;
import io.skipway.lab.Measurement.Vitals;
import io.skipway.lab.Normalisation;
import io.skipway.lab.Remedies;
import io.skipway.lab.Skip;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The labs that train, on small networks: what each claims is there in its numbers. */
class TrainingLabsTests {

    @Test
    void remediesShowEveryProfileAtOnceAndThenWhatEachNetworkLearnt() {
        var grids = Engines.run(new Remedies(20, Activation.SIGMOID, "digits", 60, 0.1, 3)).stream()
                .map(Grid.class::cast)
                .toList();
        assertThat(grids).hasSize(7);
        assertThat(grids.getFirst().cells()).hasSize(6).allSatisfy(cell -> {
            assertThat(cell.plain().accuracy()).isNull();
            assertThat(cell.residual().dh()).hasSize(21);
        });
        assertThat(grids.getLast().cells())
                .allSatisfy(cell -> assertThat(
                                Objects.requireNonNull(cell.residual().accuracy()))
                        .isBetween(0.05, 1.0));
        var xavier = grids.getLast().cells().stream()
                .filter(cell -> cell.initialiser() == Initialiser.XAVIER && cell.normalisation() == Normalisation.NONE)
                .findFirst()
                .orElseThrow();
        assertThat(xavier.plain().dh().getFirst() / xavier.plain().dh().getLast())
                .isLessThan(1e-9);
        assertThat(xavier.residual().dh().getFirst() / xavier.residual().dh().getLast())
                .isBetween(0.1, 100.0);
    }

    @Test
    void remediesOfOneSeedAreGradientFlowsOfThatSeed() {
        var grid = (Grid) Engines.ENGINE
                .explore(new Remedies(8, Activation.TANH, "digits", 0, 0.1, 5))
                .getFirst();
        var flow = new GradientFlow(
                8,
                Remedies.WIDTH,
                Activation.TANH,
                Initialiser.XAVIER,
                1,
                Normalisation.NONE,
                Skip.IDENTITY,
                1,
                "digits",
                0,
                0.1,
                5);
        var gradients = Engines.explore(flow);
        assertThat(grid.cells().getFirst().plain().dh())
                .isEqualTo(Objects.requireNonNull(gradients.plain()).dh());
        assertThat(grid.cells().getFirst().residual().dh())
                .isEqualTo(Objects.requireNonNull(gradients.residual()).dh());
    }

    @Test
    void aDeepPlainTanhNetworkStandsStillWhereTheResidualOneLearns() {
        var races = Engines.run(new Degradation("dense", 40, 80, 1)).stream()
                .map(Race.class::cast)
                .toList();
        assertThat(races.getFirst().step()).isZero();
        var end = races.getLast();
        assertThat(end.step()).isEqualTo(80);
        assertThat(end.plain().loss()).isBetween(2.25, 2.35);
        assertThat(end.plain().trainError()).isGreaterThan(0.8);
        assertThat(end.residual().trainError()).isLessThan(0.2);
        assertThat(end.residual().testAccuracy()).isGreaterThan(0.8);
        assertThat(end.plain().firstGradient()).isLessThan(1e-6);
    }

    @Test
    void theConvolutionalRaceLearnsToo() {
        var races = Engines.run(new Degradation("convolution", 8, 60, 1)).stream()
                .map(Race.class::cast)
                .toList();
        var end = races.getLast();
        assertThat(end.residual().loss()).isLessThan(races.getFirst().residual().loss() / 2);
        assertThat(end.residual().testAccuracy()).isGreaterThan(0.5);
        assertThat(end.residual().firstGradient()).isPositive();
    }

    @Test
    void withoutOneBlockAResidualNetworkKeepsMostOfItsAccuracy() {
        var removal = (Removal) Engines.run(new Lesion(10, 150, 0.02, 2)).getFirst();
        assertThat(removal.plain().without()).hasSize(10);
        assertThat(removal.residual().whole()).isGreaterThan(0.85);
        assertThat(removal.plain().whole()).isGreaterThan(0.85);
        var residual = removal.residual().without().stream()
                .mapToDouble(it -> it)
                .average()
                .orElseThrow();
        var plain = removal.plain().without().stream()
                .mapToDouble(it -> it)
                .average()
                .orElseThrow();
        assertThat(residual).isGreaterThan(plain + 0.2);
    }

    @Test
    void theMiddleOfALandscapeIsTheTrainedLoss() {
        var surfaces = (Surfaces) Engines.run(new Landscape(6, 16, 100, 1, 4)).getFirst();
        var middle = LossSurfaces.SIDE / 2;
        assertThat(surfaces.plain().losses()).hasSize(LossSurfaces.SIDE);
        assertThat(surfaces.plain().losses().get(middle).get(middle))
                .isEqualTo(surfaces.plain().loss());
        assertThat(surfaces.residual().losses().get(middle).get(middle))
                .isEqualTo(surfaces.residual().loss());
        assertThat(surfaces.residual().losses().getFirst().getFirst())
                .isGreaterThan(surfaces.residual().loss());
    }

    @Test
    void aLargeRateMovesWeightsTenTimesAsFarAtTheFirstStep() {
        var slow = health(Activation.TANH, 0.01).update();
        var fast = health(Activation.TANH, 0.1).update();
        assertThat(slow).hasSize(6);
        for (var layer = 0; layer < slow.size(); layer++) {
            assertThat(fast.get(layer) - slow.get(layer)).isBetween(0.999_999, 1.000_001);
        }
    }

    @Test
    void onlyReluUnitsAreDead() {
        assertThat(health(Activation.TANH, 0.1).dead()).containsOnly(0.0);
        assertThat(health(Activation.RELU, 0.1).dead())
                .allSatisfy(share -> assertThat(share).isBetween(0.0, 0.9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 10})
    void aRateThatKillsEndsInANumberOrInAFailureThatSaysSo(double rate) {
        var health = new Health(10, Activation.RELU, Initialiser.HE, 0.1, Skip.IDENTITY, 100, rate, 1);
        assertThatThrownBy(() -> Engines.run(health))
                .isInstanceOfSatisfying(
                        EngineFailure.class, e -> assertThat(e.code()).isEqualTo("not-finite"));
    }

    private static Vitals health(Activation activation, double rate) {
        return (Vitals) Engines.ENGINE
                .explore(new Health(6, activation, Initialiser.XAVIER, 0.1, Skip.NONE, 10, rate, 3))
                .getFirst();
    }
}
