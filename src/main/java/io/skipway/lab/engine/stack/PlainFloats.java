package io.skipway.lab.engine.stack;

import java.util.Arrays;

/**
 * Products in float without a native library, some five times slower. A row of the result gathers four rows of b at a time:
 * each is an array of its own, for the compiler vectorises a loop only where all arrays bear the same index.
 */
final class PlainFloats implements Blas<float[]> {
    private static final int TILE = 8;

    private float[][] rows = {};
    private float[] factors = {};
    private float[] sum = {};

    @Override
    public void multiply(Operand<float[]> a, Operand<float[]> b, Operand<float[]> c, int m, int n, int k, boolean add) {
        multiply(a.array(), 0, k, 1, b.array(), 0, n, c.array(), 0, n, m, n, k, add);
    }

    @Override
    public void multiplyTransposed(Operand<float[]> a, Operand<float[]> b, Operand<float[]> c, int m, int n, int k) {
        multiply(a.array(), 0, 1, m, b.array(), 0, n, c.array(), 0, n, m, n, k, false);
    }

    @Override
    public void combineRows(Operand<float[]> a, Operand<float[]> w, Operand<float[]> c, int rows, int columns) {
        multiply(w.array(), 0, rows, 1, a.array(), 0, columns, c.array(), 0, columns, 1, columns, rows, false);
    }

    @Override
    public double dot(Operand<float[]> a, Operand<float[]> b) {
        var these = a.array();
        var those = b.array();
        var sum = 0.0;
        for (var i = 0; i < these.length; i++) {
            sum += (double) these[i] * those[i];
        }
        return sum;
    }

    @Override
    public void transpose(Operand<float[]> a, Operand<float[]> b, int rows, int columns) {
        var from = a.array();
        var to = b.array();
        // In tiles, which stay in the cache.
        for (var tile = 0; tile < rows; tile += TILE) {
            var end = Math.min(rows, tile + TILE);
            for (var column = 0; column < columns; column++) {
                for (var row = tile; row < end; row++) {
                    to[column * rows + row] = from[row * columns + column];
                }
            }
        }
    }

    @Override
    public void multiply(
            Window<float[]> a,
            boolean transposed,
            Window<float[]> b,
            Window<float[]> c,
            int m,
            int n,
            int k,
            boolean add) {
        multiply(
                a.array(),
                a.offset(),
                transposed ? 1 : a.row(),
                transposed ? a.row() : 1,
                b.array(),
                b.offset(),
                b.row(),
                c.array(),
                c.offset(),
                c.row(),
                m,
                n,
                k,
                add);
    }

    @Override
    public void multiplyByTransposed(
            Window<float[]> a, Window<float[]> b, Window<float[]> c, int m, int n, int k, boolean add) {
        for (var i = 0; i < m; i++) {
            for (var j = 0; j < n; j++) {
                var product = dot(a.array(), a.offset() + i * a.row(), b.array(), b.offset() + j * b.row(), k);
                var at = c.offset() + i * c.row() + j;
                c.array()[at] = (float) (add ? c.array()[at] + product : product);
            }
        }
    }

    @Override
    public double dot(Window<float[]> a, Window<float[]> b, int length) {
        return dot(a.array(), a.offset(), b.array(), b.offset(), length);
    }

    /** Four sums, none of which waits for another. */
    private static double dot(float[] a, int startA, float[] b, int startB, int length) {
        var sum0 = 0.0;
        var sum1 = 0.0;
        var sum2 = 0.0;
        var sum3 = 0.0;
        var i = 0;
        for (; i < length - 3; i += 4) {
            sum0 += (double) a[startA + i] * b[startB + i];
            sum1 += (double) a[startA + i + 1] * b[startB + i + 1];
            sum2 += (double) a[startA + i + 2] * b[startB + i + 2];
            sum3 += (double) a[startA + i + 3] * b[startB + i + 3];
        }
        for (; i < length; i++) {
            sum0 += (double) a[startA + i] * b[startB + i];
        }
        return sum0 + sum1 + (sum2 + sum3);
    }

    /** An element of a is {@code a[startA + i * down + p * across]}. */
    private void multiply(
            float[] a,
            int startA,
            int down,
            int across,
            float[] b,
            int startB,
            int rowB,
            float[] c,
            int startC,
            int rowC,
            int m,
            int n,
            int k,
            boolean add) {
        makeRoom((k + 3) / 4 * 4, k, n);
        for (var p = 0; p < k; p++) {
            System.arraycopy(b, startB + p * rowB, rows[p], 0, n);
        }
        for (var i = 0; i < m; i++) {
            for (var p = 0; p < k; p++) {
                factors[p] = a[startA + i * down + p * across];
            }
            if (add) {
                System.arraycopy(c, startC + i * rowC, sum, 0, n);
            } else {
                Arrays.fill(sum, 0, n, 0);
            }
            for (var p = 0; p < k; p += 4) {
                addFour(factors, p, rows[p], rows[p + 1], rows[p + 2], rows[p + 3], sum, n);
            }
            System.arraycopy(sum, 0, c, startC + i * rowC, n);
        }
    }

    /** The rows from the k-th on are zero, so that four always fit. */
    private void makeRoom(int rounded, int k, int n) {
        if (rows.length < rounded || sum.length < n) {
            rows = new float[Math.max(rows.length, rounded)][Math.max(sum.length, n)];
            factors = new float[rows.length];
            sum = new float[rows[0].length];
        }
        for (var p = k; p < rounded; p++) {
            Arrays.fill(rows[p], 0);
            factors[p] = 0;
        }
    }

    private static void addFour(
            float[] factors, int p, float[] b0, float[] b1, float[] b2, float[] b3, float[] sum, int n) {
        var f0 = factors[p];
        var f1 = factors[p + 1];
        var f2 = factors[p + 2];
        var f3 = factors[p + 3];
        for (var j = 0; j < n; j++) {
            sum[j] += f0 * b0[j] + f1 * b1[j] + (f2 * b2[j] + f3 * b3[j]);
        }
    }
}
