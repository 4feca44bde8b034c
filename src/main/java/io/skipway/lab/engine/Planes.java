package io.skipway.lab.engine;

import io.skipway.lab.DataTable;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.Measurement.Plane;
import io.skipway.lab.Measurement.Point;
import io.skipway.lab.Measurement.Region;
import io.skipway.lab.engine.DataSets.Examples;
import io.skipway.lab.engine.FlowNetwork.Batch;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Draws what networks tell of every place in the plane, where the data lie in one; else nothing. */
final class Planes {
    /** Cells along a side. */
    static final int SIDE = 40;
    /** One profile in so many comes with a plane, and the last: it is much the larger of the two. */
    private static final int THINNED = 5;

    private static final int POINTS = 120;
    private static final double MARGIN = 0.08;
    /** Multiply-accumulates of one plane; what takes more is drawn at the end of a training only. */
    private static final double QUICK = 1e9;

    private final GradientFlow settings;
    private final DataSets.Parts parts;

    Planes(GradientFlow settings) {
        this.settings = settings;
        parts = DataSets.parts(settings.data());
    }

    /** The plane before a step that is a multiple of {@code every}, or the last of {@code steps}; null where none is due. */
    @Nullable
    Plane draw(
            int step, int every, int steps, Batch batch, @Nullable FlowNetwork plain, @Nullable FlowNetwork residual) {
        var training = parts.training();
        if (training.inputs() != 2 || !isDue(step, every, steps)) {
            return null;
        }
        var x = range(training, 0);
        var y = range(training, 1);
        var one = region(plain, batch, x, y);
        var other = region(residual, batch, x, y);
        if (one == null && other == null) {
            return null;
        }
        var table = FileData.table(settings.data());
        return new Plane(
                table.map(DataTable::columns).orElse(List.of("x", "y")),
                x,
                y,
                table.map(DataTable::classes)
                        .orElseGet(() -> IntStream.range(0, training.classes())
                                .mapToObj(String::valueOf)
                                .toList()),
                IntStream.range(0, Math.min(POINTS, training.size()))
                        .mapToObj(i -> new Point(
                                rounded(training.features(i)[0]), rounded(training.features(i)[1]), training.label(i)))
                        .toList(),
                one,
                other);
    }

    private boolean isDue(int step, int every, int steps) {
        var quick = 2.0 * (SIDE * SIDE + parts.test().size()) * settings.depth() * settings.width() * settings.width()
                < QUICK;
        return quick ? step % (every * THINNED) == 0 || step == steps : step == steps && steps > 0;
    }

    private @Nullable Region region(@Nullable FlowNetwork network, Batch batch, List<Double> x, List<Double> y) {
        var cells = network == null ? null : network.classes(batch, centres(x, y), 2);
        var test = parts.test();
        var told = cells == null || network == null ? null : network.classes(batch, test.rows(test.size()), 2);
        if (cells == null || told == null) {
            return null;
        }
        var right = IntStream.range(0, told.length).filter(i -> told[i] == test.label(i));
        return new Region(
                IntStream.of(cells)
                        .mapToObj(it -> String.valueOf((char) ('a' + it)))
                        .collect(Collectors.joining()),
                right.count() / (double) told.length);
    }

    /** [SIDE * SIDE, 2], row by row from the top. */
    private static double[] centres(List<Double> x, List<Double> y) {
        var centres = new double[SIDE * SIDE * 2];
        for (var cell = 0; cell < SIDE * SIDE; cell++) {
            var row = cell / SIDE;
            centres[2 * cell] = x.getFirst() + (cell % SIDE + 0.5) / SIDE * (x.getLast() - x.getFirst());
            centres[2 * cell + 1] = y.getLast() - (row + 0.5) / SIDE * (y.getLast() - y.getFirst());
        }
        return centres;
    }

    private static List<Double> range(Examples examples, int column) {
        var values = IntStream.range(0, examples.size()).mapToDouble(i -> examples.features(i)[column]);
        var range = values.summaryStatistics();
        var margin = Math.max(0.1, MARGIN * (range.getMax() - range.getMin()));
        return List.of(rounded(range.getMin() - margin), rounded(range.getMax() + margin));
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
