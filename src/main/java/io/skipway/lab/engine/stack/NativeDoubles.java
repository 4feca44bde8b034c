package io.skipway.lab.engine.stack;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** OpenBLAS in double, straight on the arrays of the heap. To be touched only once the library is loaded. */
final class NativeDoubles implements Blas<double[]> {
    private static final MethodHandle GEMM = OpenBlas.function(
            "cblas_dgemm",
            FunctionDescriptor.ofVoid(
                    JAVA_INT,
                    JAVA_INT,
                    JAVA_INT,
                    JAVA_INT,
                    JAVA_INT,
                    JAVA_INT,
                    JAVA_DOUBLE,
                    ADDRESS,
                    JAVA_INT,
                    ADDRESS,
                    JAVA_INT,
                    JAVA_DOUBLE,
                    ADDRESS,
                    JAVA_INT));
    private static final MethodHandle GEMV = OpenBlas.function(
            "cblas_dgemv",
            FunctionDescriptor.ofVoid(
                    JAVA_INT,
                    JAVA_INT,
                    JAVA_INT,
                    JAVA_INT,
                    JAVA_DOUBLE,
                    ADDRESS,
                    JAVA_INT,
                    ADDRESS,
                    JAVA_INT,
                    JAVA_DOUBLE,
                    ADDRESS,
                    JAVA_INT));
    private static final MethodHandle TRANSPOSE = OpenBlas.function(
            "cblas_domatcopy",
            FunctionDescriptor.ofVoid(
                    JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_DOUBLE, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle DOT = OpenBlas.function(
            "cblas_ddot", FunctionDescriptor.of(JAVA_DOUBLE, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT));

    @Override
    public void multiply(
            Operand<double[]> a, Operand<double[]> b, Operand<double[]> c, int m, int n, int k, boolean add) {
        gemm(OpenBlas.PLAIN, OpenBlas.PLAIN, m, n, k, a.segment(), k, b.segment(), n, add ? 1 : 0, c.segment(), n);
    }

    @Override
    public void multiplyTransposed(Operand<double[]> a, Operand<double[]> b, Operand<double[]> c, int m, int n, int k) {
        gemm(OpenBlas.TRANSPOSED, OpenBlas.PLAIN, m, n, k, a.segment(), m, b.segment(), n, 0, c.segment(), n);
    }

    @Override
    public void combineRows(Operand<double[]> a, Operand<double[]> w, Operand<double[]> c, int rows, int columns) {
        try {
            GEMV.invokeExact(
                    OpenBlas.ROW_MAJOR,
                    OpenBlas.TRANSPOSED,
                    rows,
                    columns,
                    1.0,
                    a.segment(),
                    columns,
                    w.segment(),
                    1,
                    0.0,
                    c.segment(),
                    1);
        } catch (Throwable e) {
            throw new LinkageError("gemv", e);
        }
    }

    @Override
    public double dot(Operand<double[]> a, Operand<double[]> b) {
        try {
            return (double) DOT.invokeExact(a.array().length, a.segment(), 1, b.segment(), 1);
        } catch (Throwable e) {
            throw new LinkageError("dot", e);
        }
    }

    @Override
    public void transpose(Operand<double[]> a, Operand<double[]> b, int rows, int columns) {
        try {
            TRANSPOSE.invokeExact(
                    OpenBlas.ROW_MAJOR,
                    OpenBlas.TRANSPOSED,
                    rows,
                    columns,
                    1.0,
                    a.segment(),
                    columns,
                    b.segment(),
                    rows);
        } catch (Throwable e) {
            throw new LinkageError("omatcopy", e);
        }
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
        var order = transposed ? OpenBlas.TRANSPOSED : OpenBlas.PLAIN;
        gemm(order, OpenBlas.PLAIN, m, n, k, a, b, add ? 1 : 0, c);
    }

    @Override
    public void multiplyByTransposed(
            Window<double[]> a, Window<double[]> b, Window<double[]> c, int m, int n, int k, boolean add) {
        gemm(OpenBlas.PLAIN, OpenBlas.TRANSPOSED, m, n, k, a, b, add ? 1 : 0, c);
    }

    @Override
    public double dot(Window<double[]> a, Window<double[]> b, int length) {
        try {
            return (double) DOT.invokeExact(length, a.segment(), 1, b.segment(), 1);
        } catch (Throwable e) {
            throw new LinkageError("dot", e);
        }
    }

    private static void gemm(
            int orderOfA,
            int orderOfB,
            int m,
            int n,
            int k,
            Window<double[]> a,
            Window<double[]> b,
            double beta,
            Window<double[]> c) {
        gemm(orderOfA, orderOfB, m, n, k, a.segment(), a.row(), b.segment(), b.row(), beta, c.segment(), c.row());
    }

    private static void gemm(
            int orderOfA,
            int orderOfB,
            int m,
            int n,
            int k,
            MemorySegment a,
            int rowOfA,
            MemorySegment b,
            int rowOfB,
            double beta,
            MemorySegment c,
            int rowOfC) {
        try {
            GEMM.invokeExact(
                    OpenBlas.ROW_MAJOR, orderOfA, orderOfB, m, n, k, 1.0, a, rowOfA, b, rowOfB, beta, c, rowOfC);
        } catch (Throwable e) {
            throw new LinkageError("gemm", e);
        }
    }
}
