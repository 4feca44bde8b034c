package io.skipway.lab.engine;

import io.skipway.lab.Activation;
import io.skipway.lab.Architectures;
import io.skipway.lab.Bottleneck;
import io.skipway.lab.DataTable;
import io.skipway.lab.Degradation;
import io.skipway.lab.Experiment;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.Health;
import io.skipway.lab.IdentityTerm;
import io.skipway.lab.Initialiser;
import io.skipway.lab.Landscape;
import io.skipway.lab.Lesion;
import io.skipway.lab.Measurement;
import io.skipway.lab.Normalisation;
import io.skipway.lab.Remedies;
import io.skipway.lab.Skip;
import io.skipway.lab.Stacked3x3;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The largest experiment of each kind that its ranges and bounds admit, as a run and as an exploration: seconds of one
 * thread, and by how much the process grew at its largest.
 */
final class CornersBench {
    private static final Engine ENGINE = new StackEngine(Path.of("target"));
    private static final Path STATUS = Path.of("/proc/self/status");

    private static final Engine.Progress SILENT = new Engine.Progress() {
        @Override
        public void measured(Measurement measurement) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    private CornersBench() {}

    /** Of all kinds, or of those named. */
    public static void main(String[] kinds) throws IOException {
        ENGINE.explore(new IdentityTerm(1, Activation.TANH, "none", 8, 1));
        ENGINE.run(flow(4, 32, 50, "digits"), SILENT);
        System.out.printf("kernel %s, Java %s%n", ENGINE.kernel(), Runtime.version());
        var file = DataTable.read(largestFile());
        FileData.with(file, () -> {
            for (var corner : corners("own:" + file.digest())) {
                if (kinds.length == 0
                        || List.of(kinds).contains(corner.getClass().getSimpleName())) {
                    measure(corner);
                }
            }
            return null;
        });
    }

    /** 10,000 rows of a hundred digits in 20 classes, which is 2 MB. */
    private static String largestFile() {
        var random = new Random(1);
        var columns = IntStream.range(0, 100).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        return IntStream.range(0, 10_000)
                .mapToObj(row -> "%s,%c"
                        .formatted(
                                random.ints(100, 0, 10)
                                        .mapToObj(String::valueOf)
                                        .collect(Collectors.joining(",")),
                                'a' + row % 20))
                .collect(Collectors.joining("\n", columns + ",class\n", "\n"));
    }

    private static List<Experiment> corners(String file) {
        return Stream.of(
                        Stream.of(
                                new IdentityTerm(1, Activation.TANH, "none", 64, 1),
                                new Architectures("googlenet", "resnet-152", "v1.5"),
                                new Architectures("cifar-resnet-110", "resnet-101", "paper"),
                                new Stacked3x3(10, 128, Activation.TANH, 1),
                                new Bottleneck(832, 256, 256, 256, "both", 1),
                                new Lesion(30, 400, 0.1, 1),
                                new Landscape(40, 64, 400, 1, 1),
                                new Degradation("convolution", 56, 400, 1),
                                new Degradation("pre-activation", 56, 400, 1),
                                new Degradation("dense", 56, 400, 1)),
                        Stream.of(Activation.SIGMOID, Activation.TANH)
                                .map(act -> new Health(40, act, Initialiser.NORMAL, 1, Skip.IDENTITY, 400, 0.1, 1)),
                        Stream.of(Activation.SIGMOID, Activation.TANH)
                                .map(act -> new Remedies(60, act, "digits", 400, 0.1, 1)),
                        Stream.of(
                                new Remedies(60, Activation.TANH, file, 400, 0.1, 1),
                                flow(200, 8, 500, "digits"),
                                flow(200, 96, 499, "digits"),
                                flow(200, 128, 280, "digits"),
                                flow(200, 127, 280, file)))
                .<Experiment>flatMap(corners -> corners)
                .toList();
    }

    private static GradientFlow flow(int depth, int width, int steps, String data) {
        return new GradientFlow(
                depth,
                width,
                Activation.SIGMOID,
                Initialiser.XAVIER,
                0.02,
                Normalisation.BATCH,
                Skip.SCALED,
                0.5,
                data,
                steps,
                0.01,
                1);
    }

    private static void measure(Experiment corner) throws IOException {
        if (corner.explores()) {
            measure("explore", corner, () -> ENGINE.explore(corner));
        }
        measure("run", corner, () -> ENGINE.run(corner, SILENT));
    }

    private static void measure(String how, Experiment corner, Runnable work) throws IOException {
        System.gc();
        Files.writeString(Path.of("/proc/self/clear_refs"), "5");
        var resident = megabytes("VmRSS");
        var threads = ManagementFactory.getThreadMXBean();
        var began = threads.getCurrentThreadCpuTime();
        work.run();
        System.out.printf(
                "%-8s %6.2f s %5d MB  %s%n",
                how, (threads.getCurrentThreadCpuTime() - began) / 1e9, megabytes("VmHWM") - resident, corner);
    }

    private static long megabytes(String what) throws IOException {
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(what))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        }
    }
}
