package io.skipway.lab.engine.stack;

import java.util.List;
import java.util.stream.Stream;

/**
 * An array that is learnt, and what its optimiser remembers of it.
 *
 * @param name {@code stem_W}, {@code f1_W} for the weights of layer 1, {@code n1_gamma}, {@code n1_beta}, {@code head_W};
 *     {@code n0} normalises after a stem of images
 */
public record Parameter<A>(String name, Operand<A> operand, List<A> memories) {

    static <A> Parameter<A> of(String name, double[] value, Optimiser optimiser, Loops<A> loops) {
        var memories = Stream.generate(() -> loops.array(value.length))
                .limit(optimiser.memories())
                .toList();
        return new Parameter<>(name, loops.operand(loops.of(value)), memories);
    }

    public A value() {
        return operand.array();
    }

    A memory(int which) {
        return memories.get(which);
    }
}
