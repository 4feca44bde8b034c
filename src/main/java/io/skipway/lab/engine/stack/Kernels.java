package io.skipway.lab.engine.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which kernels of OpenBLAS suit this processor, and whether one computes what plain Java does. */
final class Kernels {
    /** m, n and k: single rows and columns, and none a multiple of what a kernel takes at once. */
    private static final int[][] ODD_SHAPES = {{1, 7, 3}, {33, 17, 65}, {64, 32, 64}, {5, 129, 31}, {67, 10, 33}};

    private Kernels() {}

    /** The operator's choice, then what the processor says it can do, the fastest first; empty where it can't be asked. */
    static List<String> descending() {
        var flags = processorFlags();
        var fitting = Stream.of("avx512f SkylakeX", "avx2 Haswell", "sse4_2 Nehalem")
                .map(each -> each.split(" ", 2))
                .filter(each -> flags.contains(" " + each[0]))
                .map(each -> each[1]);
        return Stream.concat(Stream.ofNullable(System.getenv("OPENBLAS_CORETYPE")), fitting)
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
    }

    private static String processorFlags() {
        var info = Path.of("/proc/cpuinfo");
        try {
            return Files.isReadable(info) ? Files.readString(info) : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** Whether all kinds of products agree with plain Java, in both precisions. */
    static boolean isRight(Blas<float[]> floats, Blas<double[]> doubles) {
        return Stream.of(ODD_SHAPES)
                .allMatch(shape -> isRight(
                                floats, new PlainFloats(), new FloatLoops(), new FloatMapLoops(), 1e-6, shape)
                        && isRight(doubles, new PlainDoubles(), new DoubleLoops(), new DoubleMapLoops(), 1e-13, shape));
    }

    private static <A> boolean isRight(
            Blas<A> blas, Blas<A> plain, Loops<A> loops, MapLoops<A> mapLoops, double tolerance, int[] shape) {
        var these = results(blas, loops, mapLoops, shape);
        var those = results(plain, loops, mapLoops, shape);
        return IntStream.range(0, these.size()).allMatch(i -> difference(these.get(i), those.get(i)) < tolerance);
    }

    /** Every kind of product of one shape, one after the other. */
    private static <A> List<double[]> results(Blas<A> blas, Loops<A> loops, MapLoops<A> mapLoops, int[] shape) {
        var m = shape[0];
        var n = shape[1];
        var k = shape[2];
        var random = new Random(1);
        var a = loops.operand(loops.of(random.doubles((long) m * k).toArray()));
        var b = loops.operand(loops.of(random.doubles((long) k * n).toArray()));
        var c = loops.operand(m * n);
        var columns = loops.operand(n);
        blas.multiply(a, b, c, m, n, k, false);
        blas.multiply(a, b, c, m, n, k, true);
        blas.combineRows(b, loops.operand(loops.of(random.doubles(k).toArray())), columns, k, n);
        var transposed = loops.operand(m * n);
        blas.multiplyTransposed(a, b, transposed, m, n, k);
        var turned = loops.operand(m * k);
        blas.transpose(a, turned, m, k);
        var moved = loops.operand(m * (n + 1) + 1);
        var window = mapLoops.window(moved, 1, n + 1);
        blas.multiply(mapLoops.window(a, 0, k), false, mapLoops.window(b, 0, n), window, m, n, k, false);
        blas.multiply(mapLoops.window(turned, 0, m), true, mapLoops.window(b, 0, n), window, m, n, k, true);
        var back = loops.operand(m * k);
        blas.multiplyByTransposed(window, mapLoops.window(b, 0, n), mapLoops.window(back, 0, k), m, k, n, false);
        blas.multiplyByTransposed(window, mapLoops.window(b, 0, n), mapLoops.window(back, 0, k), m, k, n, true);
        return List.of(
                loops.doubles(moved.array()),
                loops.doubles(back.array()),
                loops.doubles(c.array()),
                loops.doubles(columns.array()),
                loops.doubles(transposed.array()),
                loops.doubles(turned.array()),
                new double[] {blas.dot(a, a), blas.dot(window, window, n)});
    }

    /** Of the worst element against the largest of them: a single wrong one must not hide. */
    private static double difference(double[] these, double[] those) {
        var apart = 0.0;
        var largest = 0.0;
        for (var i = 0; i < these.length; i++) {
            // Not by Math.max alone: what is no number is wrong too.
            var difference = Math.abs(these[i] - those[i]);
            apart = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(apart, difference);
            largest = Math.max(largest, Math.abs(those[i]));
        }
        return apart / largest;
    }
}
