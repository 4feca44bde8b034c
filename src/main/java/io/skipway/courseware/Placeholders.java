package io.skipway.courseware;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code [[name]]} in texts with what was drawn; single brackets and the braces of formulas stay as they are. */
public final class Placeholders {
    private static final Pattern PLACE = Pattern.compile("\\[\\[([A-Za-z0-9]+)]]");

    private Placeholders() {}

    /** The names that stand in a text. */
    public static Set<String> names(String text) {
        var names = new TreeSet<String>();
        PLACE.matcher(text).results().forEach(place -> names.add(place.group(1)));
        return names;
    }

    /** Both languages; what has no value stays. */
    static Words fill(Words words, Map<String, String> values) {
        return new Words(fill(words.ko(), values), fill(words.en(), values));
    }

    static List<Question.Solution> fill(List<Question.Solution> solutions, Map<String, String> values) {
        return solutions.stream()
                .map(solution -> new Question.Solution(solution.title(), fill(solution.text(), values)))
                .toList();
    }

    private static String fill(String text, Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }
}
