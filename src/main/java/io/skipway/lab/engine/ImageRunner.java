package io.skipway.lab.engine;

import io.skipway.lab.Degradation;
import io.skipway.lab.Measurement.Racer;
import io.skipway.lab.engine.stack.ImageLayout;
import io.skipway.lab.engine.stack.ImageNetwork;
import io.skipway.lab.engine.stack.Networks;
import io.skipway.lab.engine.stack.Optimiser;
import java.util.Arrays;
import java.util.Random;

/**
 * The convolutional racer, in float: 3x3 of 8 channels on the digits. It is judged on the test part and on as many images of
 * the training part, a few at a time, each few normalised by their own statistics.
 */
final class ImageRunner implements Races.Runner {
    private static final int SIDE = 8;
    private static final int CHANNELS = 8;
    private static final int BATCH = 64;
    private static final int FEW = 60;
    private static final double RATE = 0.05;
    private static final double MOMENTUM = 0.9;

    private final DataSets.Parts parts = DataSets.parts("digits");
    private final ImageNetwork stack;
    private final ImageNetwork judge;
    private final Random draws;
    private final double[] features = new double[BATCH * SIDE * SIDE];
    private final int[] labels = new int[BATCH];

    ImageRunner(Degradation settings, Networks networks, boolean residual) {
        // Blocks have two layers, so an odd depth is the even one below.
        var depth = settings.depth() / 2 * 2;
        var layout = new ImageLayout(
                1,
                SIDE,
                SIDE,
                CHANNELS,
                depth,
                parts.training().classes(),
                BATCH,
                residual,
                settings.kernel().equals("pre-activation"));
        var start = InitialWeights.draw(layout, settings.seed());
        stack = networks.inFloat(layout, start, new Optimiser.Nesterov(RATE, MOMENTUM));
        judge = networks.inFloat(layout.withBatch(FEW), start, new Optimiser.Descent(0));
        draws = new Random(settings.seed());
    }

    @Override
    public double learn() {
        parts.training().draw(draws, features, labels);
        return stack.learn(features, labels);
    }

    @Override
    public Racer look() {
        judge.put(stack.weights());
        var error = 1 - accuracy(parts.training());
        var accuracy = accuracy(parts.test());
        var loss = learn();
        return new Racer(loss, error, accuracy, stack.stemNorm());
    }

    private double accuracy(DataSets.Examples part) {
        var many = parts.test().size() / FEW * FEW;
        var pixels = SIDE * SIDE;
        var images = part.rows(many);
        var told = part.labels(many);
        var right = 0.0;
        for (var from = 0; from < many; from += FEW) {
            var few = Arrays.copyOfRange(told, from, from + FEW);
            judge.evaluate(Arrays.copyOfRange(images, from * pixels, (from + FEW) * pixels), few);
            right += judge.accuracy(few) * FEW;
        }
        return right / many;
    }
}
