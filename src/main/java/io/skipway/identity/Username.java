package io.skipway.identity;

import java.text.Normalizer;
import java.util.Locale;

/** What one signs in with: compared without regard to case, so that nobody can pass for another by a capital letter. */
record Username(String value) {
    /**
     * A name in the form in which it is stored.
     *
     * @throws IllegalArgumentException if it has other than letters, digits and {@code . _ - @}, or not 1 to 64 of them
     */
    static Username of(String typed) {
        var plain = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        if (!plain.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,63}")) {
            throw new IllegalArgumentException("A sign-in name has letters, digits and . _ - @, at most 64: " + typed);
        }
        return new Username(plain);
    }

    /** Whether a text can be a sign-in name at all. */
    static boolean possible(String typed) {
        try {
            return !of(typed).value().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
