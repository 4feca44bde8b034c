package io.skipway.lab.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.lab.Activation;
import io.skipway.lab.DataTable;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.Initialiser;
import io.skipway.lab.Measurement;
import io.skipway.lab.Measurement.Gradients;
import io.skipway.lab.Measurement.Plane;
import io.skipway.lab.Measurement.Region;
import io.skipway.lab.Normalisation;
import io.skipway.lab.Skip;
import io.skipway.lab.Tables;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanesTests {

    @ParameterizedTest
    @EnumSource(Normalisation.class)
    void aTrainedNetworkTellsTheMoonsApartAndSoDoesItsPicture(Normalisation normalisation) {
        var planes = planes(Engines.run(moons(normalisation, 500)));
        var last = planes.getLast();
        var residual = requireNonNull(last.residual());
        assertThat(residual.accuracy()).isGreaterThan(0.95);
        assertThat(agreement(last, residual)).isGreaterThan(0.95);
        assertThat(agreement(planes.getFirst(), requireNonNull(planes.getFirst().residual())))
                .isLessThan(0.95);
    }

    @Test
    void fewStepsBringAPlaneAndTheLastDoes() {
        var measured = Engines.run(moons(Normalisation.NONE, 500));
        assertThat(planes(measured)).hasSizeBetween(8, 14);
        assertThat(((Gradients) measured.getFirst()).plane()).isNotNull();
        var last = requireNonNull(((Gradients) measured.getLast()).plane());
        assertThat(requireNonNull(last.plain()).cells()).hasSize(1600).matches("[ab]+");
        assertThat(last.points()).hasSize(120);
        assertThat(last.points()).allSatisfy(point -> {
            assertThat(point.x()).isBetween(last.x().getFirst(), last.x().getLast());
            assertThat(point.y()).isBetween(last.y().getFirst(), last.y().getLast());
        });
    }

    @Test
    void drawingChangesNoNumber() {
        var flow = moons(Normalisation.BATCH, 20);
        var reference = Engines.run(Engines.ENGINE.reference(), flow);
        var measured = Engines.run(flow);
        for (var i = 0; i < measured.size(); i++) {
            var one = requireNonNull(((Gradients) measured.get(i)).residual());
            var other = requireNonNull(((Gradients) reference.get(i)).residual());
            assertThat(one.loss()).isCloseTo(other.loss(), org.assertj.core.api.Assertions.within(1e-9));
        }
    }

    @Test
    void whatLiesInNoPlaneHasNone() {
        assertThat(planes(Engines.run(Engines.small(Skip.IDENTITY, "digits", 5, 0.1))))
                .isEmpty();
    }

    @Test
    void whatTakesLongIsDrawnAtTheEndOnly() {
        var deep = new GradientFlow(
                100,
                64,
                Activation.TANH,
                Initialiser.XAVIER,
                0.1,
                Normalisation.NONE,
                Skip.NONE,
                1,
                "moons",
                3,
                0.01,
                1);
        assertThat(planes(Engines.run(deep))).hasSize(1);
        assertThat(Engines.explore(deep).plane()).isNull();
    }

    @Test
    void aFileNamesItsColumnsAndClasses() {
        var table = DataTable.read(Tables.csv(100, 1));
        var flow = Engines.small(Skip.NONE, "own:" + table.digest(), 0, 0.1);
        var plane =
                requireNonNull(FileData.with(table, () -> Engines.explore(flow)).plane());
        assertThat(plane.columns()).containsExactly("x", "y");
        assertThat(plane.classes()).containsExactly("cat", "dog");
        assertThat(plane.residual()).isNull();
    }

    /** The share of the points that lie in a cell of their own class. */
    private static double agreement(Plane plane, Region region) {
        var inside = plane.points().stream()
                .filter(point -> {
                    var column = place(point.x(), plane.x());
                    var row = Planes.SIDE - 1 - place(point.y(), plane.y());
                    return region.cells().charAt(row * Planes.SIDE + column) - 'a' == point.label();
                })
                .count();
        return inside / (double) plane.points().size();
    }

    private static int place(double value, List<Double> range) {
        return (int) ((value - range.getFirst()) / (range.getLast() - range.getFirst()) * Planes.SIDE);
    }

    private static List<Plane> planes(List<Measurement> measured) {
        return measured.stream()
                .map(it -> ((Gradients) it).plane())
                .filter(Objects::nonNull)
                .toList();
    }

    private static GradientFlow moons(Normalisation normalisation, int steps) {
        return new GradientFlow(
                6,
                16,
                Activation.TANH,
                Initialiser.XAVIER,
                0.1,
                normalisation,
                Skip.IDENTITY,
                1,
                "moons",
                steps,
                0.1,
                3);
    }
}
