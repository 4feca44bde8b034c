package io.skipway.lab.engine;

import io.skipway.lab.GradientFlow;
import io.skipway.lab.Initialiser;
import io.skipway.lab.Measurement.Cell;
import io.skipway.lab.Measurement.Grid;
import io.skipway.lab.Measurement.Trained;
import io.skipway.lab.Normalisation;
import io.skipway.lab.Remedies;
import io.skipway.lab.Skip;
import io.skipway.lab.engine.stack.Optimiser;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Computes {@link Remedies}: first every profile, which takes no time, then one training after the other. */
final class RemedyGrid {
    private final Remedies settings;
    private final Learner.Maker maker;

    RemedyGrid(Remedies settings, Learner.Maker maker) {
        this.settings = settings;
        this.maker = maker;
    }

    void run(int steps, Engine.Progress progress) {
        var cells = new ArrayList<Cell>();
        for (var initialiser : Initialiser.values()) {
            for (var normalisation : Normalisation.values()) {
                cells.add(new Cell(
                        initialiser,
                        normalisation,
                        profile(initialiser, normalisation, false),
                        profile(initialiser, normalisation, true)));
            }
        }
        progress.measured(new Grid(List.copyOf(cells)));
        for (var i = 0; i < cells.size() && steps > 0 && !progress.cancelled(); i++) {
            var cell = cells.get(i);
            var plain = trained(cell, cell.plain(), false, steps, progress);
            var residual = trained(cell, cell.residual(), true, steps, progress);
            if (!progress.cancelled()) {
                cells.set(i, new Cell(cell.initialiser(), cell.normalisation(), plain, residual));
                progress.measured(new Grid(List.copyOf(cells)));
            }
        }
    }

    private Trained profile(Initialiser initialiser, Normalisation normalisation, boolean residual) {
        var learner = learner(initialiser, normalisation, residual);
        learner.learn();
        return new Trained(DoubleStream.of(learner.stack().dh()).boxed().toList(), null);
    }

    private Trained trained(Cell cell, Trained start, boolean residual, int steps, Engine.Progress progress) {
        var learner = learner(cell.initialiser(), cell.normalisation(), residual);
        return new Trained(start.dh(), accuracy(learner, steps, progress));
    }

    /** A network whose loss has left the range of numbers has learnt nothing that could be asked for. */
    private static @Nullable Double accuracy(Learner learner, int steps, Engine.Progress progress) {
        for (var step = 0; step < steps && !progress.cancelled(); step++) {
            if (!Double.isFinite(learner.learn())) {
                return null;
            }
        }
        return learner.onTest().accuracy();
    }

    private Learner learner(Initialiser initialiser, Normalisation normalisation, boolean residual) {
        var shape = new GradientFlow(
                settings.depth(),
                Remedies.WIDTH,
                settings.activation(),
                initialiser,
                Remedies.SD,
                normalisation,
                Skip.IDENTITY,
                1,
                settings.data(),
                0,
                settings.learningRate(),
                settings.seed());
        return new Learner(maker, shape, residual, new Optimiser.Descent(settings.learningRate()), GradientFlows.BATCH);
    }
}
