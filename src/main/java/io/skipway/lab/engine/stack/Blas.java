package io.skipway.lab.engine.stack;

/** The products that a stack needs, of row-major arrays and of windows on them. Implementations hold no state that two threads could share. */
interface Blas<A> {
    /** {@code c = a b}, or {@code c + a b}; a is [m, k], b [k, n], c [m, n]. */
    void multiply(Operand<A> a, Operand<A> b, Operand<A> c, int m, int n, int k, boolean add);

    /** {@code c = aᵀ b}; a is [k, m], b [k, n], c [m, n]. */
    void multiplyTransposed(Operand<A> a, Operand<A> b, Operand<A> c, int m, int n, int k);

    /** {@code c = aᵀ w}, the rows of a weighted and added; a is [rows, columns], w [rows], c [columns]. */
    void combineRows(Operand<A> a, Operand<A> w, Operand<A> c, int rows, int columns);

    /** {@code b = aᵀ}; a is [rows, columns]. A product with a transposed array costs more than this and a plain product. */
    void transpose(Operand<A> a, Operand<A> b, int rows, int columns);

    /** The inner product; its squares may leave the range of the type. */
    double dot(Operand<A> a, Operand<A> b);

    /** {@code c = a b}, or {@code c + a b}; a is [m, k], transposed [k, m], b [k, n], c [m, n]. */
    void multiply(Window<A> a, boolean transposed, Window<A> b, Window<A> c, int m, int n, int k, boolean add);

    /** {@code c = a bᵀ}, or {@code c + a bᵀ}; a is [m, k], b [n, k], c [m, n]. */
    void multiplyByTransposed(Window<A> a, Window<A> b, Window<A> c, int m, int n, int k, boolean add);

    /** The inner product of the first elements. */
    double dot(Window<A> a, Window<A> b, int length);
}
