package io.skipway.courseware;

import java.util.HashSet;
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
 * @param shuffled the ids of what is put in a drawn order; each gets a token, by which it can be called without telling
 *     what the author called it or where it stood
 */
public record Variants(Map<String, List<String>> values, List<String> shuffled) {
    public static final Variants NONE = new Variants(Map.of(), List.of());

    private static final String ORDER = "order:";
    private static final int TOKEN_BITS = 1 << 30;

    public Variants {
        values = Map.copyOf(values);
        shuffled = List.copyOf(shuffled);
    }

    static Variants shuffled(List<String> ids) {
        return new Variants(Map.of(), ids);
    }

    public boolean none() {
        return equals(NONE);
    }

    /** Told apart from any other in which something else is drawn, or from among other values. */
    public String declared() {
        var drawn = new TreeMap<>(values).toString();
        return shuffled.isEmpty() ? drawn : drawn + shuffled.stream().sorted().toList();
    }

    /** A value for each name, and a token for each thing that is shuffled. */
    public Map<String, String> draw(RandomGenerator random) {
        return told(among -> among.get(random.nextInt(among.size())), random);
    }

    /** For whoever looks at the question without an attempt: the first of all values, and always the same order. */
    public Map<String, String> sample() {
        return told(List::getFirst, new Random(shuffled.hashCode()));
    }

    private Map<String, String> told(Function<List<String>, String> pick, RandomGenerator random) {
        var told = new TreeMap<String, String>();
        values.forEach((name, among) -> told.put(name, pick.apply(among)));
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
}
