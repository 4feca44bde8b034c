package io.skipway.grading;

import java.security.SecureRandom;
import java.util.Set;

/**
 * Draws short names such as {@code f9}. They come by lot, so that neither the person nor the order of submission shows;
 * letters and digits that look alike are left out.
 */
final class Aliases {
    private static final String LETTERS = "abcdefghkmnprstwxyz";
    private static final String DIGITS = "23456789";
    private static final SecureRandom LOT = new SecureRandom();

    private Aliases() {}

    /** A name that is not taken; one digit longer once half the shorter ones are. */
    static String draw(Set<String> taken) {
        int digits = 1;
        for (long names = names(1); taken.size() >= names / 2; names = names(digits)) {
            digits++;
        }
        while (true) {
            var alias = new StringBuilder().append(any(LETTERS));
            for (int i = 0; i < digits; i++) {
                alias.append(any(DIGITS));
            }
            if (!taken.contains(alias.toString())) {
                return alias.toString();
            }
        }
    }

    private static long names(int digits) {
        return LETTERS.length() * (long) Math.pow(DIGITS.length(), digits);
    }

    private static char any(String characters) {
        return characters.charAt(LOT.nextInt(characters.length()));
    }
}
