package io.skipway.lab.engine.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    static <A> Map<String, double[]> copies(List<Parameter<A>> parameters, Loops<A> loops) {
        var copies = new LinkedHashMap<String, double[]>();
        parameters.forEach(each -> copies.put(each.name(), loops.doubles(each.value())));
        return copies;
    }

    static <A> void put(Map<String, double[]> weights, List<Parameter<A>> parameters, Loops<A> loops) {
        parameters.forEach(each -> loops.copy(Objects.requireNonNull(weights.get(each.name())), each.value()));
    }
}
