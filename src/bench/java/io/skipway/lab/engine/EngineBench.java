package io.skipway.lab.engine;

import io.skipway.lab.engine.Subject.Dense;
import io.skipway.lab.engine.Subject.Images;
import io.skipway.lab.engine.stack.Floor;
import io.skipway.lab.engine.stack.ImageFloor;
import io.skipway.lab.engine.stack.LearningNetwork;
import io.skipway.lab.engine.stack.Networks;
import io.skipway.lab.engine.stack.OpenBlas;
import io.skipway.lab.engine.stack.Optimiser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A step of plain gradient descent on every engine and in two other frameworks, from equal weights, one thread each. Before
 * a candidate is timed it must give, for two steps, the norms that all others give.
 */
final class EngineBench {
    private static final Path NATIVE = Path.of("target", "native");
    /** In float; a hundred normalised layers multiply what was rounded. A gradient added to the last would differ by half. */
    private static final double AGREEMENT = 0.1;

    private static final Optimiser DESCENT = new Optimiser.Descent(Subject.RATE);

    private final OpenBlas.Products products = OpenBlas.load(NATIVE);
    private final Peer tfjs;
    private final Peer pytorch;
    private final Networks reference = new GraphNetworks();
    private final Ratios ratios = new Ratios();

    private EngineBench(Peer tfjs, Peer pytorch) {
        this.tfjs = tfjs;
        this.pytorch = pytorch;
    }

    /** Of all subjects, or of {@code dense} or {@code images} alone; the peers' commands are in two properties. */
    public static void main(String[] arguments) throws IOException {
        var subjects = Stream.concat(
                        Stream.of(20, 50, 100)
                                .flatMap(depth -> Stream.of("none", "batch").map(norm -> Dense.of(depth, norm))),
                        Stream.of(8, 20, 56).map(Images::of))
                .filter(subject -> arguments.length == 0
                        || List.of(arguments).contains(subject.name().split(" ", -1)[0]))
                .toList();
        try (var tfjs = new Peer(command("tfjs"));
                var pytorch = new Peer(command("pytorch"))) {
            var bench = new EngineBench(tfjs, pytorch);
            NativeLibrary.load(NATIVE);
            System.out.printf(
                    "kernel %s, Java %s, %s, %s, %d processors%n",
                    bench.products.kernel(),
                    Runtime.version(),
                    tfjs.name(),
                    pytorch.name(),
                    Runtime.getRuntime().availableProcessors());
            for (var subject : subjects) {
                bench.measure(subject);
            }
            System.out.println("engine: kernel=%s %s".formatted(bench.products.kernel(), bench.ratios));
        }
    }

    private static List<String> command(String peer) {
        return List.of(System.getProperty("bench." + peer).split("\n", -1));
    }

    private void measure(Subject subject) throws IOException {
        var candidates =
                switch (subject) {
                    case Dense dense -> candidates(dense);
                    case Images images -> candidates(images);
                };
        try {
            agree(candidates);
            var medians = Rounds.medians(candidates);
            System.out.printf("%n%-18s  ms a step   of its floor%n", subject.name());
            medians.forEach((name, time) -> System.out.printf(
                    "%-18s %10.3f %14.2f%n",
                    name,
                    time,
                    time / medians.getOrDefault(name.endsWith("double") ? "floor, double" : "floor, float", time)));
            ratios.add(subject, medians);
        } finally {
            candidates.values().forEach(Candidate::close);
        }
    }

    private Map<String, Candidate> candidates(Dense dense) throws IOException {
        var layout = dense.layout();
        var candidates = new LinkedHashMap<String, Candidate>();
        candidates.put("floor, float", floor(Floor.inFloat(layout, products)::step));
        candidates.put("stack, float", engine(dense, products.inFloat(layout, dense.weights(), DESCENT)));
        candidates.put("floor, double", floor(Floor.inDouble(layout, products)::step));
        candidates.put("stack, double", engine(dense, products.inDouble(layout, dense.weights(), DESCENT)));
        candidates.put("DL4J, double", engine(dense, reference.inDouble(layout, dense.weights(), DESCENT)));
        candidates.put("TensorFlow.js", tfjs.candidate(dense));
        candidates.put("PyTorch", pytorch.candidate(dense));
        return candidates;
    }

    /** TensorFlow.js has no kernels on WebAssembly that train a convolution. */
    private Map<String, Candidate> candidates(Images images) throws IOException {
        var layout = images.layout();
        var candidates = new LinkedHashMap<String, Candidate>();
        candidates.put("floor, float", floor(ImageFloor.inFloat(layout, products)::step));
        candidates.put("stack, float", engine(images, products.inFloat(layout, images.weights(), DESCENT)));
        candidates.put("floor, double", floor(ImageFloor.inDouble(layout, products)::step));
        candidates.put("stack, double", engine(images, products.inDouble(layout, images.weights(), DESCENT)));
        candidates.put("DL4J, double", engine(images, reference.inFloat(layout, images.weights(), DESCENT)));
        candidates.put("PyTorch", pytorch.candidate(images));
        return candidates;
    }

    private static Candidate floor(Runnable step) {
        return Candidate.here(step, () -> new double[0], () -> {});
    }

    private static Candidate engine(Subject subject, LearningNetwork network) {
        var features = subject.batch().features();
        var labels = subject.batch().labels();
        return Candidate.here(
                () -> network.learn(features, labels),
                () -> {
                    var norms = new double[subject.weights().size() - (subject instanceof Images ? 2 : 1)];
                    network.learn(features, labels, (name, gradient, exponent) -> {
                        if (name.matches("f\\d+_W")) {
                            norms[Integer.parseInt(name.substring(1, name.length() - 2)) - 1] =
                                    Math.scalb(Norms.euclidean(gradient), exponent);
                        }
                    });
                    return norms;
                },
                network::close);
    }

    /** The second step tells whether the first one's gradients were cleared. */
    private static void agree(Map<String, Candidate> candidates) {
        for (var step = 0; step < 2; step++) {
            var first = new ArrayList<double[]>();
            for (var each : candidates.entrySet()) {
                var norms = each.getValue().norms();
                if (norms.length == 0) {
                    continue;
                }
                first.add(norms);
                var difference = difference(first.getFirst(), norms);
                if (!(difference < AGREEMENT)) {
                    throw new IllegalStateException("%s gives other gradients at step %d, by %.1e"
                            .formatted(each.getKey(), step + 1, difference));
                }
            }
        }
    }

    private static double difference(double[] one, double[] other) {
        if (one.length != other.length) {
            return Double.POSITIVE_INFINITY;
        }
        double greatest = 0;
        for (var i = 0; i < one.length; i++) {
            greatest = Math.max(greatest, Math.abs(one[i] - other[i]) / Math.max(one[i], other[i]));
        }
        return greatest;
    }
}
