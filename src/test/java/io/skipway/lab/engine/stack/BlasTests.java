package io.skipway.lab.engine.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BlasTests {
    private static final OpenBlas.Products PRODUCTS = OpenBlas.load(Path.of("target", "native"));

    /** Every implementation with shapes of 1 to 70, few of them multiples of anything. */
    static Stream<Arguments> cases() {
        var random = new Random(3);
        return IntStream.range(0, 12)
                .mapToObj(_ -> random.ints(3, 1, 71).toArray())
                .flatMap(shape -> Stream.of(
                        Arguments.of(PRODUCTS.doubles(), new DoubleLoops(), new DoubleMapLoops(), 1e-14, shape),
                        Arguments.of(PRODUCTS.floats(), new FloatLoops(), new FloatMapLoops(), 1e-6, shape),
                        Arguments.of(new PlainDoubles(), new DoubleLoops(), new DoubleMapLoops(), 1e-14, shape),
                        Arguments.of(new PlainFloats(), new FloatLoops(), new FloatMapLoops(), 1e-6, shape)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    <A> void productsAreThoseOfTheDefinition(
            Blas<A> blas, Loops<A> loops, MapLoops<A> mapLoops, double tolerance, int[] shape) {
        var m = shape[0];
        var n = shape[1];
        var k = shape[2];
        var random = new Random(Arrays.hashCode(shape));
        var a = random.doubles((long) m * k, -1, 1).toArray();
        var b = random.doubles((long) k * n, -1, 1).toArray();
        var expected = product(a, b, m, n, k);
        var first = loops.operand(loops.of(a));
        var second = loops.operand(loops.of(b));

        var c = loops.operand(m * n);
        blas.multiply(first, second, c, m, n, k, false);
        assertClose(loops.doubles(c.array()), expected, tolerance);

        blas.multiply(first, second, c, m, n, k, true);
        assertClose(loops.doubles(c.array()), times(expected, 2), tolerance);

        blas.multiplyTransposed(loops.operand(loops.of(transposed(a, m, k))), second, c, m, n, k);
        assertClose(loops.doubles(c.array()), expected, tolerance);

        var row = loops.operand(n);
        var weights = Arrays.copyOf(a, k);
        blas.combineRows(second, loops.operand(loops.of(weights)), row, k, n);
        assertClose(loops.doubles(row.array()), product(weights, b, 1, n, k), tolerance);

        var turned = loops.operand(m * k);
        blas.transpose(first, turned, m, k);
        assertThat(loops.doubles(turned.array())).containsExactly(loops.doubles(loops.of(transposed(a, m, k))));

        assertThat(blas.dot(first, first))
                .isCloseTo(Arrays.stream(a).map(each -> each * each).sum(), within(tolerance * a.length));
    }

    /** Of matrices that stand one after the other in rows that are longer, as a convolution's do. */
    @ParameterizedTest
    @MethodSource("cases")
    <A> void productsOfWindowsTouchNothingElse(
            Blas<A> blas, Loops<A> loops, MapLoops<A> mapLoops, double tolerance, int[] shape) {
        var m = shape[0];
        var n = shape[1];
        var k = shape[2];
        var random = new Random(Arrays.hashCode(shape));
        var a = random.doubles((long) m * k, -1, 1).toArray();
        var b = random.doubles((long) k * n, -1, 1).toArray();
        var expected = product(a, b, m, n, k);
        var first = window(a, m, k, loops, mapLoops);
        var second = window(b, k, n, loops, mapLoops);

        var c = window(new double[m * n], m, n, loops, mapLoops);
        blas.multiply(first, false, second, c, m, n, k, false);
        assertClose(loops.doubles(c.array()), spaced(expected, m, n), tolerance);

        blas.multiply(window(transposed(a, m, k), k, m, loops, mapLoops), true, second, c, m, n, k, true);
        assertClose(loops.doubles(c.array()), spaced(times(expected, 2), m, n), tolerance);

        var turned = window(transposed(b, k, n), n, k, loops, mapLoops);
        blas.multiplyByTransposed(first, turned, c, m, n, k, false);
        assertClose(loops.doubles(c.array()), spaced(expected, m, n), tolerance);

        blas.multiplyByTransposed(first, turned, c, m, n, k, true);
        assertClose(loops.doubles(c.array()), spaced(times(expected, 2), m, n), tolerance);

        assertThat(blas.dot(first, first, k))
                .isCloseTo(Arrays.stream(a, 0, k).map(each -> each * each).sum(), within(tolerance * k));
    }

    private static <A> Window<A> window(double[] values, int rows, int columns, Loops<A> loops, MapLoops<A> mapLoops) {
        return mapLoops.window(loops.operand(loops.of(spaced(values, rows, columns))), 2, columns + 3);
    }

    /** Two elements before, and three after each row. */
    private static double[] spaced(double[] values, int rows, int columns) {
        var spaced = new double[2 + rows * (columns + 3)];
        for (var i = 0; i < values.length; i++) {
            spaced[2 + i / columns * (columns + 3) + i % columns] = values[i];
        }
        return spaced;
    }

    /** Wrong in one element of one kind of product, as an old kernel may be. */
    @Test
    void kernelWithOneWrongElementIsFound() {
        assertThat(Kernels.isRight(new PlainFloats(), new PlainDoubles())).isTrue();
        var wrong = new Blas<double[]>() {
            private final Blas<double[]> right = new PlainDoubles();

            @Override
            public void multiply(
                    Operand<double[]> a, Operand<double[]> b, Operand<double[]> c, int m, int n, int k, boolean add) {
                right.multiply(a, b, c, m, n, k, add);
            }

            @Override
            public void multiplyTransposed(
                    Operand<double[]> a, Operand<double[]> b, Operand<double[]> c, int m, int n, int k) {
                right.multiplyTransposed(a, b, c, m, n, k);
                c.array()[c.array().length - 1] += n > 100 ? 1e-6 : 0;
            }

            @Override
            public void combineRows(
                    Operand<double[]> a, Operand<double[]> w, Operand<double[]> c, int rows, int columns) {
                right.combineRows(a, w, c, rows, columns);
            }

            @Override
            public void transpose(Operand<double[]> a, Operand<double[]> b, int rows, int columns) {
                right.transpose(a, b, rows, columns);
            }

            @Override
            public double dot(Operand<double[]> a, Operand<double[]> b) {
                return right.dot(a, b);
            }

            @Override
            public void multiply(
                    Window<double[]> a,
                    boolean transposed,
                    Window<double[]> b,
                    Window<double[]> c,
                    int m,
                    int n,
                    int k,
                    boolean add) {
                right.multiply(a, transposed, b, c, m, n, k, add);
            }

            @Override
            public void multiplyByTransposed(
                    Window<double[]> a, Window<double[]> b, Window<double[]> c, int m, int n, int k, boolean add) {
                right.multiplyByTransposed(a, b, c, m, n, k, add);
            }

            @Override
            public double dot(Window<double[]> a, Window<double[]> b, int length) {
                return right.dot(a, b, length);
            }
        };
        assertThat(Kernels.isRight(new PlainFloats(), wrong)).isFalse();
    }

    @Test
    void nextLowerKernelCanBeTakenWhenTheLibraryIsLoadedAlready() {
        assumeTrue(PRODUCTS.isNative() && Kernels.descending().contains("Nehalem"));
        try {
            Environment.set("OPENBLAS_CORETYPE", "Nehalem");
            OpenBlas.chooseAgain();
            assertThat(OpenBlas.kernel()).isEqualTo("Nehalem");
            assertThat(Kernels.isRight(PRODUCTS.floats(), PRODUCTS.doubles())).isTrue();
        } finally {
            Environment.set("OPENBLAS_CORETYPE", PRODUCTS.kernel());
            OpenBlas.chooseAgain();
        }
        assertThat(OpenBlas.kernel()).isEqualTo(PRODUCTS.kernel());
    }

    private static void assertClose(double[] actual, double[] expected, double tolerance) {
        assertThat(actual).hasSameSizeAs(expected);
        var apart = IntStream.range(0, actual.length)
                .mapToDouble(i -> Math.abs(actual[i] - expected[i]))
                .max();
        assertThat(apart.orElseThrow()).isLessThan(tolerance * 10);
    }

    private static double[] product(double[] a, double[] b, int m, int n, int k) {
        return IntStream.range(0, m * n)
                .mapToDouble(ij -> IntStream.range(0, k)
                        .mapToDouble(p -> a[ij / n * k + p] * b[p * n + ij % n])
                        .sum())
                .toArray();
    }

    private static double[] transposed(double[] a, int rows, int columns) {
        return IntStream.range(0, rows * columns)
                .mapToDouble(i -> a[i % rows * columns + i / rows])
                .toArray();
    }

    private static double[] times(double[] values, double factor) {
        return Arrays.stream(values).map(each -> each * factor).toArray();
    }
}
