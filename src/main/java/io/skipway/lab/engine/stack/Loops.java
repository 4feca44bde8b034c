package io.skipway.lab.engine.stack;

import java.lang.foreign.MemorySegment;

/**
 * All that is done element by element, on arrays of equal length: where each bears the same index, and no scalar is read
 * in the loop, the compiler makes vector instructions of it. What a function writes stands last.
 */
interface Loops<A> {
    A array(int length);

    /** Rounded to the precision. */
    A of(double[] values);

    MemorySegment segment(A values);

    default Operand<A> operand(int length) {
        return operand(array(length));
    }

    default Operand<A> operand(A values) {
        return new Operand<>(values, segment(values));
    }

    void copy(double[] from, A to);

    double[] doubles(A values);

    /** Below this a factor on a gradient counts as 0 in {@link Optimiser}: its square would be denormal, and slow. */
    double negligible();

    void tanh(A z, A f);

    void sigmoid(A z, A f);

    void relu(A z, A f);

    /** {@code dz = s d (1 - f²)}. */
    void tanhBack(A d, A f, double s, A dz);

    /** {@code dz = s d f (1 - f)}. */
    void sigmoidBack(A d, A f, double s, A dz);

    /** {@code dz = s d} where f is positive, else 0. */
    void reluBack(A d, A f, double s, A dz);

    /** {@code sum = x + s y}. */
    void add(A x, double s, A y, A sum);

    /** {@code product = x y}. */
    void multiply(A x, A y, A product);

    void scale(double s, A x);

    /** {@code y = x g + b}. */
    void affine(A x, A g, A b, A y);

    /** {@code inverse = 1 / √(variance + epsilon)}. */
    void inverseRoot(A variance, double epsilon, A inverse);

    /** {@code dz = s (dn - a - x b)}, where dz was dn. */
    void normaliseBack(A a, A x, A b, A s, A dz);

    /** Every row of {@code out} becomes {@code row}. */
    void spread(A row, A out);

    /** The largest absolute value; NaN if there is one. */
    double largest(A x);

    /** The sum of (x / by)². */
    double squares(A x, double by);

    /**
     * Softmax cross-entropy, the mean over the rows.
     *
     * @param logits one row for each label
     * @param d becomes the gradient of that mean
     */
    double crossEntropy(A logits, int[] labels, A d);

    /** How many rows have their most probable class, the first of equally probable ones, where the label is. */
    int hits(A logits, int[] labels);

    /** {@code p -= rate g}. */
    void descend(A g, double rate, A p);

    /** {@code v' = momentum v - rate g; p += (1 + momentum) v' - momentum v}. */
    void nesterov(A g, double rate, double momentum, A v, A p);

    /** {@code m = b1 m + (1 - b1) s g; v = b2 v + (1 - b2) (s g)²; p -= rate m / (√v + epsilon)}. */
    void adam(A g, double s, double b1, double b2, double rate, double epsilon, A m, A v, A p);
}
