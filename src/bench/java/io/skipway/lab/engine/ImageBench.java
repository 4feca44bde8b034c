package io.skipway.lab.engine;

import io.skipway.lab.engine.stack.ImageFloor;
import io.skipway.lab.engine.stack.ImageLayout;
import io.skipway.lab.engine.stack.OpenBlas;
import io.skipway.lab.engine.stack.Optimiser;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Random;

/** A step of plain gradient descent: residual blocks of 16 channels on 16 images of 16x16 in three colours, one thread. */
final class ImageBench {
    private static final int SIDE = 16;
    private static final int BATCH = 16;
    private static final int INPUTS = 3;
    private static final int CLASSES = 10;

    private ImageBench() {}

    public static void main(String... arguments) {
        var depths = arguments.length == 0
                ? new int[] {8, 20, 56}
                : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        for (var depth : depths) {
            measure(new ImageLayout(INPUTS, SIDE, SIDE, 16, depth, CLASSES, BATCH, true));
        }
    }

    private static void measure(ImageLayout layout) {
        var products = OpenBlas.load(Path.of("target", "native"));
        var start = InitialWeights.draw(layout, 7);
        var random = new Random(1);
        var features =
                random.doubles((long) BATCH * INPUTS * SIDE * SIDE, -1, 1).toArray();
        var labels = random.ints(BATCH, 0, CLASSES).toArray();
        var descent = new Optimiser.Descent(0.001);
        var steps = new LinkedHashMap<String, Runnable>();
        steps.put("floor, float", ImageFloor.inFloat(layout, products)::step);
        var inFloat = products.inFloat(layout, start, descent);
        steps.put("stack, float", () -> inFloat.learn(features, labels));
        steps.put("floor, double", ImageFloor.inDouble(layout, products)::step);
        var inDouble = products.inDouble(layout, start, descent);
        steps.put("stack, double", () -> inDouble.learn(features, labels));
        Rounds.measure("images, depth " + layout.depth(), steps);
    }
}
