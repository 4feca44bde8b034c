package io.skipway.lab.engine.stack;

/** Is told each gradient of the batch-mean loss as soon as it is there, from the head down. */
@FunctionalInterface
public interface Gradients<A> {
    /**
     * One of them.
     *
     * @param name of the {@link Parameter}, {@code f1_b} of a bias of {@code f1_W}, or {@code h0} (the input) to the depth's for the activations of a dense stack
     * @param gradient divided by 2 to the exponent; it is overwritten when the call is back
     */
    void take(String name, A gradient, int exponent);

    /**
     * Another that lies between those: by what the activation of layer 1 was given, {@code a1}; by its product, {@code z1};
     * by the {@code logits}.
     */
    default void pass(String name, A gradient, int exponent) {}

    /** Tells a listener in double what a network of another precision tells, but for what lies between. */
    static <A> Gradients<A> widened(Gradients<double[]> listener, Loops<A> loops) {
        return (name, gradient, exponent) -> listener.take(name, loops.doubles(gradient), exponent);
    }
}
