package io.skipway.grading;

/**
 * How the essays of one question stand; each is counted once.
 *
 * @param waiting without a mark
 * @param marked with a mark that the student does not see yet
 * @param released with a mark that the student sees
 */
public record Counts(int waiting, int marked, int released) {
    public static final Counts NONE = new Counts(0, 0, 0);

    public int all() {
        return waiting + marked + released;
    }
}
