package io.skipway.lab.engine.stack;

import java.lang.foreign.MemorySegment;

/**
 * What is done to one channel of {@link Maps}, which is the elements {@code from} to {@code to} of every array: they bear
 * the same index, so that the compiler makes vector instructions of it. The mask is 1 inside the images and 0 on their
 * borders, for all channels. What a function writes stands last.
 */
interface MapLoops<A> {
    double get(A values, int index);

    void set(A values, int index, double value);

    /** So many elements of one array, rounded to the precision. */
    void copy(double[] from, int start, int length, int at, A to);

    void copy(A from, A to);

    /** Bytes of an element. */
    int bytes();

    default Window<A> window(Operand<A> operand, int offset, int row) {
        MemorySegment rest = operand.segment().asSlice((long) offset * bytes());
        return new Window<>(operand.array(), offset, row, rest);
    }

    /** {@code z -= mean}, and 0 on the borders. */
    void centre(A mask, double mean, int from, int to, A z);

    /** {@code f = max(0, scale x + shift)}, and 0 on the borders, where x is 0. */
    void activate(A x, A mask, double scale, double shift, int from, int to, A f);

    /** {@code f = max(0, skip + scale x + shift)}, and 0 on the borders, where x and skip are 0. */
    void activate(A skip, A x, A mask, double scale, double shift, int from, int to, A f);

    /** {@code dz = s (dn - a - b x)}, and 0 on the borders, where dn and x are 0. */
    void normaliseBack(A dn, A x, A mask, double s, double a, double b, int from, int to, A dz);
}
