package io.skipway.lab.engine;

import io.skipway.lab.Activation;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.Initialiser;
import io.skipway.lab.Normalisation;
import io.skipway.lab.Skip;
import io.skipway.lab.engine.FlowNetwork.Batch;
import io.skipway.lab.engine.stack.Floor;
import io.skipway.lab.engine.stack.OpenBlas;
import io.skipway.lab.engine.stack.Optimiser;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * A step of plain gradient descent with the norms of all gradients: tanh, width 64, batch 32, plain, one thread. Then,
 * where no depths are asked for, the convolutions of {@link ImageBench}.
 */
final class EngineBench {
    private static final Path NATIVE = Path.of("target", "native");
    private static final int WIDTH = 64;
    private static final int CLASSES = 10;

    private EngineBench() {}

    public static void main(String[] arguments) {
        var depths = arguments.length == 0
                ? new int[] {20, 50, 100}
                : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        System.out.printf(
                "kernel %s, Java %s, %d processors%n",
                OpenBlas.load(NATIVE).kernel(),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
        for (var depth : depths) {
            try (var candidates = new Candidates(depth)) {
                Rounds.measure("depth " + depth, candidates.steps);
            }
        }
        if (arguments.length == 0) {
            ImageBench.main();
        }
    }

    private static final class Candidates implements AutoCloseable {
        final Map<String, Runnable> steps = new LinkedHashMap<>();
        private final DenseStack graph;

        Candidates(int depth) {
            var flow = new GradientFlow(
                    depth,
                    WIDTH,
                    Activation.TANH,
                    Initialiser.XAVIER,
                    0.1,
                    Normalisation.NONE,
                    Skip.NONE,
                    1,
                    "digits",
                    0,
                    0.001,
                    7);
            var products = OpenBlas.load(NATIVE);
            var layout = StackNetwork.layout(flow, false, WIDTH, CLASSES, GradientFlows.BATCH);
            var start = InitialWeights.draw(flow, WIDTH, CLASSES);
            var random = new Random(1);
            var features = random.doubles((long) layout.batch() * WIDTH, -1, 1).toArray();
            var labels = random.ints(layout.batch(), 0, CLASSES).toArray();
            var batch = new Batch(features, labels);

            var floorInFloat = Floor.inFloat(layout, products);
            steps.put("floor, float", floorInFloat::step);
            var inFloat = products.inFloat(layout, start, new Optimiser.Descent(0.001));
            steps.put("stack, float", () -> inFloat.learn(features, labels));
            var floorInDouble = Floor.inDouble(layout, products);
            steps.put("floor, double", floorInDouble::step);
            var inDouble = products.inDouble(layout, start, new Optimiser.Descent(0.001));
            steps.put("stack, double", () -> inDouble.learn(features, labels));
            NativeLibrary.load(NATIVE);
            graph = new DenseStack(flow, false, WIDTH, CLASSES, start);
            steps.put("DL4J, double", () -> graph.measure(batch));
        }

        @Override
        public void close() {
            graph.close();
        }
    }
}
