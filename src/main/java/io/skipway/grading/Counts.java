package io.skipway.grading;

import java.util.Optional;

/**
 * How the essays of one question stand; each is counted once.
 *
 * @param waiting without a mark
 * @param marked with a mark that the student does not see yet
 * @param released with a mark that the student sees
 */
public record Counts(int waiting, int marked, int released) {
    public static final Counts NONE = new Counts(0, 0, 0);

    static Counts one(Optional<Mark> newest) {
        return newest.map(mark -> mark.released() ? new Counts(0, 0, 1) : new Counts(0, 1, 0))
                .orElse(new Counts(1, 0, 0));
    }

    Counts plus(Counts other) {
        return new Counts(waiting + other.waiting, marked + other.marked, released + other.released);
    }
}
