package io.skipway.courseware;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A short text as it is compared: composed (NFC), wide and narrow forms as one, each run of white space a single blank, and
 * without case unless it counts.
 */
final class TypedText {
    private static final int SPELT = 5;
    private static final Pattern WIDTHS = Pattern.compile("[\\uFF00-\\uFFEF]+");
    private static final Pattern WHITE = Pattern.compile("[\\s\\u00A0\\u2000-\\u200B\\u202F\\u3000]+");

    private final String text;
    private final boolean caseSensitive;

    TypedText(String typed, boolean caseSensitive) {
        this.caseSensitive = caseSensitive;
        this.text = folded(typed, caseSensitive);
    }

    boolean equalTo(String other) {
        return text.equals(folded(other, caseSensitive));
    }

    boolean equalButForCase(String other) {
        return folded(text, false).equals(folded(other, false));
    }

    /** Whether it is the whole of one of a pattern's alternatives. In time bounded by the product of both lengths, whatever stands in them. */
    boolean matches(String pattern) {
        return Arrays.stream(pattern.split("\\|", -1))
                .map(each -> folded(each, caseSensitive))
                .anyMatch(this::fills);
    }

    /** Whether it has the other's words, but for one letter in some that have five letters or more. */
    boolean misspells(String other) {
        var words = folded(text, false).split(" ", -1);
        var others = folded(other, false).split(" ", -1);
        if (words.length != others.length || Arrays.equals(words, others)) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            var letters = letters(others[i]);
            if (!words[i].equals(others[i]) && (letters.length() < SPELT || !oneApart(letters(words[i]), letters))) {
                return false;
            }
        }
        return true;
    }

    /** Taken apart, so that a Korean syllable has its letters and an accent is one. */
    private static String letters(String word) {
        return Normalizer.normalize(word, Form.NFD);
    }

    /** One letter more, less, another, or two neighbours exchanged. */
    private static boolean oneApart(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        var left = one.substring(same);
        var right = other.substring(same);
        return tail(left, 1).equals(tail(right, 1))
                || left.equals(tail(right, 1))
                || tail(left, 1).equals(right)
                || exchanged(left, right);
    }

    private static boolean exchanged(String left, String right) {
        return left.length() > 1
                && right.length() > 1
                && left.charAt(0) == right.charAt(1)
                && left.charAt(1) == right.charAt(0)
                && tail(left, 2).equals(tail(right, 2));
    }

    private static String tail(String text, int from) {
        return text.substring(Math.min(from, text.length()));
    }

    /** Goes back no further than to the last star, whatever the pattern. */
    private boolean fills(String pattern) {
        int at = 0;
        int in = 0;
        int star = -1;
        int since = 0;
        while (at < text.length()) {
            if (in < pattern.length() && pattern.charAt(in) == '*') {
                star = in++;
                since = at;
            } else if (in < pattern.length() && pattern.charAt(in) == text.charAt(at)) {
                at++;
                in++;
            } else if (star >= 0) {
                in = star + 1;
                at = ++since;
            } else {
                return false;
            }
        }
        return pattern.substring(in).chars().allMatch(rest -> rest == '*');
    }

    private static String folded(String text, boolean caseSensitive) {
        var even = WIDTHS.matcher(text)
                .replaceAll(wide ->
                        java.util.regex.Matcher.quoteReplacement(Normalizer.normalize(wide.group(), Form.NFKC)));
        var composed = WHITE.matcher(Normalizer.normalize(even, Form.NFC))
                .replaceAll(" ")
                .strip();
        // By way of the capitals, so that all forms of a letter become one.
        return caseSensitive ? composed : composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
