package io.skipway.courseware;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a number as people type it: {@code 1.3e-4}, {@code 1,3·10^-4}, {@code 1.3 × 10⁻⁴}, {@code 12,345.6}, with full-width
 * digits too, and with a unit before or behind it. A comma or a dot that can be read in two ways is refused, not guessed.
 * The browser reads the same in {@code number-text.ts}; both are held to {@code number-texts.tsv} of the tests.
 */
public final class NumberText {
    /** Longer texts are no numbers. */
    public static final int LONGEST = 100;
    /** Powers of ten beyond which no quantity of a course lies. */
    static final int EXTREME = 1000;

    /** What people say behind a number that has no unit, and the full stop of a sentence. */
    private static final Pattern TIMES = Pattern.compile("(?:배|times)?\\.?");

    private static final Pattern RAISED = Pattern.compile("[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+");
    private static final String POWER = "10 ?\\^ ?[({]? ?([+-]? ?[0-9]+) ?[)}]?";
    private static final Pattern NUMBER = Pattern.compile("([+-]?) ?(?:" + POWER
            + "|([0-9.,](?:[0-9.,']| (?=[0-9]{3}(?![0-9])))*)(?: ?[eE] ?([+-]? ?[0-9]+)| ?[x×] ?" + POWER + ")?)");

    private NumberText() {}

    /** What a text says. */
    public sealed interface Reading {
        record Value(BigDecimal value) implements Reading {}

        record Fault(Problem problem) implements Reading {}
    }

    /** Why a text is no number. */
    public enum Problem {
        EMPTY,
        NO_NUMBER,
        /** More than one number, or something to be computed. */
        NOT_ONE,
        /** A comma or a dot that can be read in two ways, or in none. */
        SEPARATOR,
        EXTREME,
        /** A unit that is not the one asked for. */
        UNIT;

        /** Its name for those who have the sentence, such as {@code not-one}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Reads a text.
     *
     * @param unit which may stand with the number; empty where there is none
     */
    public static Reading read(String text, String unit) {
        var plain = plain(text);
        if (plain.isEmpty()) {
            return new Reading.Fault(Problem.EMPTY);
        }
        var match = NUMBER.matcher(plain);
        while (match.find()) {
            if (match.group().chars().anyMatch(Character::isDigit)) {
                return number(plain, match, plain(unit));
            }
        }
        return new Reading.Fault(Problem.NO_NUMBER);
    }

    private static Reading number(String plain, Matcher match, String unit) {
        var before =
                plain.substring(0, match.start()).replaceFirst("[=~≈약]+ ?$", "").strip();
        var beyond = (before + " " + plain.substring(match.end())).strip();
        if (!beyond.isEmpty()
                && !beyond.equals(unit)
                && !(unit.isEmpty() && TIMES.matcher(beyond).matches())) {
            return new Reading.Fault(beyond.chars().anyMatch(Character::isDigit) ? Problem.NOT_ONE : Problem.UNIT);
        }
        var exponent = Stream.of(2, 4, 5)
                .map(match::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("0")
                .replace(" ", "");
        var digits = match.group(3) == null ? "1" : decimal(match.group(3));
        if (digits.isEmpty()) {
            return new Reading.Fault(Problem.SEPARATOR);
        }
        if (exponent.length() > 5 || Math.abs(Integer.parseInt(exponent)) > EXTREME) {
            return new Reading.Fault(Problem.EXTREME);
        }
        var value = new BigDecimal(match.group(1) + digits).scaleByPowerOfTen(Integer.parseInt(exponent));
        return new Reading.Value(value);
    }

    /** Digits with a dot before the decimals, and no other separator; empty where that is not clear. */
    private static String decimal(String typed) {
        var digits = typed.replaceFirst("[.,' ]+$", "");
        if (digits.matches("[0-9]{1,3}(?:[ '][0-9]{3})+(?:[.,][0-9]+)?")) {
            return digits.replaceAll("[ ']", "").replace(',', '.');
        }
        if (digits.matches("[0-9]{1,3}(?:,[0-9]{3})+\\.[0-9]+|[0-9]{1,3}(?:,[0-9]{3}){2,}")) {
            return digits.replace(",", "");
        }
        if (digits.matches("[0-9]{1,3}(?:\\.[0-9]{3})+,[0-9]+|[0-9]{1,3}(?:\\.[0-9]{3}){2,}")) {
            return digits.replace(".", "").replace(',', '.');
        }
        var twoWays = digits.matches("[1-9][0-9]{0,2},[0-9]{3}");
        return !twoWays && digits.matches("[0-9]*[.,]?[0-9]+") ? digits.replace(',', '.') : "";
    }

    /** The same text with one sign for each thing. */
    private static String plain(String text) {
        var raised = RAISED.matcher(text.replace("**", "^").replace('ㆍ', '×'))
                .replaceAll(power -> "^" + Normalizer.normalize(power.group(), Normalizer.Form.NFKC));
        return Normalizer.normalize(raised, Normalizer.Form.NFKC)
                .replaceAll("[−–‐‑﹣]", "-")
                .replaceAll("[·⋅∙•✕*]", "×")
                .replace('’', '\'')
                .replaceAll("[\\s\\u00a0]+", " ")
                .strip();
    }
}
