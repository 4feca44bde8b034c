package io.skipway.lab.engine;

import io.skipway.lab.Activation;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.Initialiser;
import io.skipway.lab.Normalisation;
import io.skipway.lab.Skip;
import io.skipway.lab.engine.FlowNetwork.Batch;
import io.skipway.lab.engine.stack.ImageLayout;
import io.skipway.lab.engine.stack.Layout;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * A network of the benchmark and the numbers that it starts from, the same for every candidate: dense layers of 64 tanh on
 * 32 examples, or residual blocks of 16 channels on 16 images of 16x16 in three colours. It learns by plain gradient descent.
 */
sealed interface Subject {
    int CLASSES = 10;
    /** So small that two steps see the same weights: a hundred normalised layers multiply any difference by a million. */
    double RATE = 1e-12;

    int depth();

    /** As a peer is asked for it, and as the table names it. */
    String name();

    /** In the order of the network, row-major. */
    List<double[]> weights();

    Batch batch();

    /** Norm is {@code none} or {@code batch}. */
    record Dense(int depth, String norm, List<double[]> weights, Batch batch) implements Subject {
        private static final int WIDTH = 64;

        static Dense of(int depth, String norm) {
            var flow = flow(depth, norm);
            return new Dense(
                    depth,
                    norm,
                    InitialWeights.draw(flow, WIDTH, CLASSES),
                    drawn(GradientFlows.BATCH * WIDTH, GradientFlows.BATCH));
        }

        @Override
        public String name() {
            return "dense %d %s".formatted(depth, norm);
        }

        GradientFlow flow() {
            return flow(depth, norm);
        }

        Layout layout() {
            return StackNetwork.layout(flow(), false, WIDTH, CLASSES, GradientFlows.BATCH);
        }

        private static GradientFlow flow(int depth, String norm) {
            return new GradientFlow(
                    depth,
                    WIDTH,
                    Activation.TANH,
                    Initialiser.XAVIER,
                    0.1,
                    norm.equals("batch") ? Normalisation.BATCH : Normalisation.NONE,
                    Skip.NONE,
                    1,
                    "digits",
                    0,
                    0.1,
                    7);
        }
    }

    /** With batch normalisation. */
    record Images(int depth, List<double[]> weights, Batch batch) implements Subject {
        private static final int SIDE = 16;
        private static final int CHANNELS = 16;
        private static final int COLOURS = 3;
        private static final int BATCH = 16;

        static Images of(int depth) {
            return new Images(
                    depth, InitialWeights.draw(layout(depth), 7), drawn(BATCH * COLOURS * SIDE * SIDE, BATCH));
        }

        @Override
        public String name() {
            return "images %d batch".formatted(depth);
        }

        ImageLayout layout() {
            return layout(depth);
        }

        private static ImageLayout layout(int depth) {
            return new ImageLayout(COLOURS, SIDE, SIDE, CHANNELS, depth, CLASSES, BATCH, true);
        }
    }

    private static Batch drawn(int features, int labels) {
        var random = new Random(1);
        return new Batch(
                random.doubles(features, -1, 1).toArray(),
                random.ints(labels, 0, CLASSES).toArray());
    }

    /** As peers read it: weights, features and labels, in float, the highest byte first. */
    default void write(Path file) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (var array : weights()) {
                for (var value : array) {
                    out.writeFloat((float) value);
                }
            }
            for (var value : batch().features()) {
                out.writeFloat((float) value);
            }
            for (var label : batch().labels()) {
                out.writeFloat(label);
            }
        }
    }
}
