package io.skipway.lab;

/**
 * Which measurements of a run become rows: all at first, when curves change fastest, then ever fewer, each about a
 * twentieth later than the one before. So the rows grow with the logarithm of the steps. It goes by number, never by
 * time, so that a replay keeps the same ones.
 */
final class Thinning {
    private static final int ALL = 24;
    private static final double SPREAD = 1.05;

    private int seen;
    private int next;

    /** Whether the next measurement is kept; ask once for each. */
    boolean keeps() {
        int number = seen++;
        if (number < next) {
            return false;
        }
        next = number < ALL ? number + 1 : (int) Math.ceil(number * SPREAD);
        return true;
    }
}
