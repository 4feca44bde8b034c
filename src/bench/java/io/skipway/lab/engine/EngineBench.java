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
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * A step of plain gradient descent with the norms of all gradients: tanh, width 64, batch 32, plain, one thread. Processor
 * time of that thread, which others on the machine disturb least; the rounds alternate between the candidates, so that what
 * slows one slows all of them; medians.
 */
final class EngineBench {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Path NATIVE = Path.of("target", "native");
    private static final int WIDTH = 64;
    private static final int CLASSES = 10;
    private static final int ROUNDS = 41;
    private static final double ROUND_MILLIS = 4;

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
                print(depth, medians(candidates.steps));
            }
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
            var layout = StackNetwork.layout(flow, false, WIDTH, CLASSES);
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

    private static Map<String, Double> medians(Map<String, Runnable> steps) {
        var repeats = new LinkedHashMap<String, Integer>();
        // Twice: the first time nothing is compiled.
        for (var i = 0; i < 2; i++) {
            steps.forEach((name, step) -> repeats.put(name, repeatsFor(step)));
        }
        var times = new LinkedHashMap<String, double[]>();
        for (var round = 0; round < ROUNDS; round++) {
            for (var each : steps.entrySet()) {
                var count = repeats.getOrDefault(each.getKey(), 1);
                times.computeIfAbsent(each.getKey(), _ -> new double[ROUNDS])[round] =
                        millis(each.getValue(), count) / count;
            }
        }
        var medians = new LinkedHashMap<String, Double>();
        times.forEach((name, values) -> {
            Arrays.sort(values);
            medians.put(name, values[ROUNDS / 2]);
        });
        return medians;
    }

    /** How often it fits into a round, after a second of warming up. */
    private static int repeatsFor(Runnable step) {
        var count = 0;
        var start = System.nanoTime();
        while (System.nanoTime() - start < 1_000_000_000) {
            step.run();
            count++;
        }
        return Math.max(1, (int) (count * ROUND_MILLIS / 1000));
    }

    private static double millis(Runnable step, int count) {
        var start = THREADS.getCurrentThreadCpuTime();
        for (var i = 0; i < count; i++) {
            step.run();
        }
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    }

    private static void print(int depth, Map<String, Double> medians) {
        System.out.printf("%ndepth %d       ms a step   of its floor%n", depth);
        medians.forEach((name, time) -> {
            var floor = medians.getOrDefault(name.endsWith("float") ? "floor, float" : "floor, double", time);
            System.out.printf("%-15s %10.3f %14.2f%n", name, time, time / floor);
        });
    }
}
