package io.skipway.lab.engine;

import io.skipway.lab.Verification;
import io.skipway.lab.Verification.Difference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@link PairedNetworks} find, and how much more they may look for. */
final class Findings {
    static final double TOLERANCE = 1e-9;
    /** Of the loss of a network in float. */
    static final double ROUNDING = 1e-5;

    /** Beneath it double has fewer digits, or none, and the stack, which keeps an exponent, more. */
    private static final double NEGLIGIBLE = 1e-280;
    /** So many evaluations of each network are compared, and then one of as many as {@link #EVERY}. */
    private static final int EVALUATIONS = 32;

    private static final int EVERY = 16;

    private final int most;
    private final long budget;
    private final Map<String, Double> greatest = new LinkedHashMap<>();
    private double rounding;
    private double drift;
    private int networks;
    private int steps;
    private int evaluations;
    private long spent;
    private boolean cut;

    /**
     * For one experiment.
     *
     * @param most steps of each network
     * @param budget nanoseconds beyond which nothing more is compared
     */
    Findings(int most, long budget) {
        this.most = most;
        this.budget = budget;
    }

    /** Whether the step of that number, from 0 on, is to be compared. */
    boolean wantsStep(int number) {
        return number < most && inTime();
    }

    /** Whether the evaluation of that number, from 0 on, is to be compared. */
    boolean wantsEvaluation(int number) {
        return (number < EVALUATIONS || number % EVERY == 0) && inTime();
    }

    private boolean inTime() {
        cut |= spent > budget;
        return !cut;
    }

    void took(long nanoseconds) {
        spent += nanoseconds;
    }

    void step(int number) {
        steps++;
        networks += number == 0 ? 1 : 0;
    }

    void evaluation() {
        evaluations++;
    }

    void compare(String quantity, double[] ours, double[] theirs) {
        compare(quantity, ours, theirs, 0);
    }

    /** @param norm what a difference is to be small beside, if that is more than both arrays' own */
    void compare(String quantity, double[] ours, double[] theirs, double norm) {
        greatest.merge(quantity, apart(ours, theirs, norm), Math::max);
    }

    void rounding(double loss, double inDouble) {
        rounding = Math.max(rounding, apart(new double[] {loss}, new double[] {inDouble}, 0));
    }

    void drift(double loss, double alone) {
        drift = Math.max(drift, apart(new double[] {loss}, new double[] {alone}, 0));
    }

    /** What left the range of numbers on both sides is equal. */
    private static double apart(double[] ours, double[] theirs, double norm) {
        var scale = Math.max(norm, Math.max(Norms.euclidean(ours), Norms.euclidean(theirs)));
        if (!Double.isFinite(scale)) {
            return Double.isFinite(Norms.euclidean(ours)) == Double.isFinite(Norms.euclidean(theirs))
                    ? 0
                    : Double.POSITIVE_INFINITY;
        }
        return scale < NEGLIGIBLE ? 0 : Norms.euclidean(Norms.plus(ours, Norms.times(theirs, -1))) / scale;
    }

    Verification verification() {
        List<Difference> differences = new ArrayList<>();
        greatest.forEach((quantity, difference) -> differences.add(new Difference(quantity, difference)));
        var agrees = steps + evaluations > 0
                && rounding <= ROUNDING
                && differences.stream().allMatch(each -> each.greatest() <= TOLERANCE);
        return new Verification(
                agrees,
                TOLERANCE,
                List.copyOf(differences),
                rounding,
                drift,
                networks,
                steps,
                most,
                evaluations,
                cut,
                null);
    }
}
