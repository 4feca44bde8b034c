package io.skipway.courseware;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * What is drawn for each attempt at a question.
 *
 * @param values by name, those of which one is drawn, as they were written
 * @param lets what is computed from them, by name, each of what stands before it
 * @param shuffled the ids of what is put in a drawn order; each gets a token, by which it can be called without telling
 *     what the author called it or where it stood
 */
public record Variants(Map<String, List<String>> values, Map<String, String> lets, List<String> shuffled) {
    public static final Variants NONE = new Variants(Map.of(), Map.of(), List.of());

    private static final String ORDER = "order:";
    private static final int TOKEN_BITS = 1 << 30;

    public Variants {
        values = Map.copyOf(values);
        lets = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(lets));
        shuffled = List.copyOf(shuffled);
    }

    static Variants among(Map<String, List<String>> values) {
        return new Variants(values, Map.of(), List.of());
    }

    static Variants shuffled(List<String> ids) {
        return new Variants(Map.of(), Map.of(), ids);
    }

    /** The same, and these in a drawn order. */
    public Variants andShuffled(List<String> ids) {
        return new Variants(values, lets, ids);
    }

    public boolean none() {
        return equals(NONE);
    }

    /** Whether an attempt has texts or numbers of its own. */
    public boolean valued() {
        return !values.isEmpty();
    }

    /** Told apart from any other in which something else is drawn, or from among other values. */
    public String declared() {
        var drawn = new TreeMap<>(values).toString();
        return drawn
                + (lets.isEmpty() ? "" : lets)
                + (shuffled.isEmpty() ? "" : shuffled.stream().sorted().toList());
    }

    /** A value for each name, and a token for each thing that is shuffled. */
    public Map<String, String> draw(RandomGenerator random) {
        var told = new TreeMap<String, String>();
        values.forEach((name, among) -> told.put(name, among.get(random.nextInt(among.size()))));
        return tokens(computed(told), random);
    }

    /** For whoever looks at the question without an attempt: the first of all values, and always the same order. */
    public Map<String, String> sample() {
        return tokens(with(Map.of()), new Random(shuffled.hashCode()));
    }

    /**
     * These values, and the first where none is named; nothing is shuffled.
     *
     * @throws Formulas.NoValue if something can't be computed from them
     */
    public Map<String, String> with(Map<String, String> chosen) {
        var told = new TreeMap<String, String>();
        values.forEach((name, among) -> told.put(name, chosen.getOrDefault(name, among.getFirst())));
        return computed(told);
    }

    /** Every combination of values, without what is computed from them. */
    public List<Map<String, String>> combinations() {
        List<Map<String, String>> all = List.of(Map.of());
        for (var each : new TreeMap<>(values).entrySet()) {
            var more = new ArrayList<Map<String, String>>();
            for (var before : all) {
                for (var value : each.getValue()) {
                    var next = new TreeMap<>(before);
                    next.put(each.getKey(), value);
                    more.add(next);
                }
            }
            all = more;
        }
        return all;
    }

    private Map<String, String> computed(Map<String, String> told) {
        lets.forEach(
                (name, formula) -> told.put(name, Formulas.value(formula, told).toString()));
        return told;
    }

    private Map<String, String> tokens(Map<String, String> told, RandomGenerator random) {
        Set<String> tokens = new HashSet<>();
        for (var id : shuffled) {
            String token;
            do {
                token = "t" + Integer.toString(random.nextInt(TOKEN_BITS), Character.MAX_RADIX);
            } while (!tokens.add(token));
            told.put(ORDER + id, token);
        }
        return told;
    }

    /** By what something that is shuffled is called in a draw; by its id where nothing is drawn for it. Their order is theirs. */
    static String token(Map<String, String> drawn, String id) {
        return drawn.getOrDefault(ORDER + id, id);
    }

    /** What the author called each thing that is shuffled, by its token in a draw. */
    public static Map<String, String> called(Map<String, String> drawn) {
        var called = new TreeMap<String, String>();
        drawn.forEach((name, token) -> {
            if (name.startsWith(ORDER)) {
                called.put(token, name.substring(ORDER.length()));
            }
        });
        return called;
    }

    /** In the order of their tokens, if they have some. */
    static <T> List<T> ordered(List<T> things, Function<T, String> id, Map<String, String> drawn) {
        return things.stream().allMatch(thing -> drawn.containsKey(ORDER + id.apply(thing)))
                ? things.stream()
                        .sorted(Comparator.comparing((T thing) -> token(drawn, id.apply(thing))))
                        .toList()
                : things;
    }
}
