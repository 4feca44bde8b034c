package io.skipway.lab.engine.stack;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What is added to the products of a stack, by the name of their weights. They come from files; no training moves them. */
public final class Biases<A> {
    private final int batch;
    private final Blas<A> blas;
    private final Loops<A> loops;
    private final Operand<A> ones;
    private final Map<String, A> values = new HashMap<>();

    Biases(Map<String, double[]> values, int batch, Blas<A> blas, Loops<A> loops) {
        this.batch = batch;
        this.blas = blas;
        this.loops = loops;
        var one = new double[batch];
        Arrays.fill(one, 1);
        ones = loops.operand(loops.of(one));
        values.forEach((name, value) -> this.values.put(name, loops.of(value)));
    }

    /** Whether there is one for these weights; if so, every row of the product is it now. */
    boolean begin(Parameter<A> weights, A product) {
        var value = values.get(weights.name());
        if (value != null) {
            loops.spread(value, product);
        }
        return value != null;
    }

    /** Sums the gradient of the product over the batch. */
    void tell(Parameter<A> weights, Operand<A> product, int columns, int exponent, Gradients<A> gradients) {
        if (values.containsKey(weights.name())) {
            var sums = loops.operand(columns);
            blas.combineRows(product, ones, sums, batch, columns);
            gradients.take(name(weights.name()), sums.array(), exponent);
        }
    }

    /** Of the gradient of such weights' bias: {@code f1_b}. */
    public static String name(String weights) {
        return weights.replace("_W", "_b");
    }
}
