package io.skipway.attempts;

import static java.lang.Math.exp;
import static java.lang.Math.pow;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * How long a person is likely to remember, and so when to ask again: FSRS-6 with its published weights, as pure functions
 * of what was remembered before. Source: J. Ye and others, the Free Spaced Repetition Scheduler
 * (github.com/open-spaced-repetition, "The Algorithm"); its model goes back to Ye, Su and Cao, "A Stochastic Shortest Path
 * Algorithm for Optimizing Spaced Repetition Scheduling" (KDD 2022). Times are in days, {@code w} are the weights,
 * {@code G} is the rating from 1 to 4.
 */
final class Fsrs {
    /** w0 to w20, fitted by its authors to the reviews of many learners; a course has too few to fit its own. */
    private static final double[] W = {
        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
        1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542
    };

    /** What is forgotten by one in ten is due: the usual bargain between remembering and the number of questions. */
    static final double RETENTION = 0.9;

    private static final double FACTOR = pow(0.9, -1 / W[20]) - 1;
    private static final double LEAST_STABILITY = 0.001;
    private static final double MOST_STABILITY = 36_500;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** What went wrong is asked again in the same round: the one relearning step of the reference scheduler. */
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(10);

    private Fsrs() {}

    /**
     * How well an answer was remembered, from 1 to 4. We never give {@link #EASY}: its mark is that recall took no effort,
     * and neither the points nor the time on a question that has to be read, and often computed, says so; a guess is quick
     * too. It is here since the formulas lean on it.
     */
    enum Rating {
        AGAIN(1),
        HARD(2),
        GOOD(3),
        EASY(4);

        private final int grade;

        Rating(int grade) {
            this.grade = grade;
        }

        /** By the share of the points, from 0 to 1: below a half, in part, all. */
        static Rating of(BigDecimal share) {
            if (share.compareTo(BigDecimal.ONE) >= 0) {
                return GOOD;
            }
            return share.compareTo(HALF) < 0 ? AGAIN : HARD;
        }
    }

    /**
     * What is believed of a person and a question after an answer.
     *
     * @param stability days until the chance to remember has fallen to 0.9
     * @param difficulty from 1 to 10
     */
    record Memory(double stability, double difficulty) {}

    /** After the first answer: {@code S0(G) = w[G-1]} and {@code D0(G) = w4 - exp(w5 (G - 1)) + 1}, within 1 and 10. */
    static Memory first(Rating rating) {
        return new Memory(W[rating.grade - 1], bounded(initialDifficulty(rating)));
    }

    /** After another answer, {@code days} after the one before. Within a day it is a matter of short-term memory. */
    static Memory next(Memory before, Rating rating, double days) {
        var stability = days < 1
                ? shortTerm(before.stability(), rating)
                : rating == Rating.AGAIN ? lapsed(before, days) : recalled(before, rating, days);
        return new Memory(
                Math.clamp(stability, LEAST_STABILITY, MOST_STABILITY), difficulty(before.difficulty(), rating));
    }

    /** The forgetting curve {@code R(t, S) = (1 + f t / S)^-w20}, with {@code f} such that {@code R(S, S) = 0.9}. */
    static double retrievability(double days, double stability) {
        return pow(1 + FACTOR * days / stability, -W[20]);
    }

    /** After how many days the chance has fallen to {@code retention}: the curve solved for t. */
    static double interval(double stability, double retention) {
        return stability / FACTOR * (pow(retention, -1 / W[20]) - 1);
    }

    /** When to ask again: in whole days, one at least; what went wrong in ten minutes. */
    static Duration wait(Memory memory, Rating rating) {
        return rating == Rating.AGAIN
                ? AGAIN_AFTER
                : Duration.ofDays(Math.max(1, Math.round(interval(memory.stability(), RETENTION))));
    }

    /** {@code S' = S exp(w17 (G - 3 + w18)) S^-w19}; what was remembered never takes from the stability. */
    private static double shortTerm(double stability, Rating rating) {
        var growth = exp(W[17] * (rating.grade - 3 + W[18])) * pow(stability, -W[19]);
        return stability * (rating == Rating.AGAIN ? growth : Math.max(1, growth));
    }

    /**
     * {@code S' = S (1 + exp(w8) (11 - D) S^-w9 (exp(w10 (1 - R)) - 1) h e)}: the more, the less likely it was to be
     * remembered. {@code h} is w15 where it was hard, {@code e} w16 where it was easy, else 1.
     */
    private static double recalled(Memory before, Rating rating, double days) {
        var forgotten = 1 - retrievability(days, before.stability());
        var effort = rating == Rating.HARD ? W[15] : rating == Rating.EASY ? W[16] : 1;
        return before.stability()
                * (1
                        + exp(W[8])
                                * (11 - before.difficulty())
                                * pow(before.stability(), -W[9])
                                * (exp(W[10] * forgotten) - 1)
                                * effort);
    }

    /** {@code S' = w11 D^-w12 ((S + 1)^w13 - 1) exp(w14 (1 - R))}, and at most {@code S / exp(w17 w18)}. */
    private static double lapsed(Memory before, double days) {
        var forgotten = 1 - retrievability(days, before.stability());
        return Math.min(
                W[11]
                        * pow(before.difficulty(), -W[12])
                        * (pow(before.stability() + 1, W[13]) - 1)
                        * exp(W[14] * forgotten),
                before.stability() / exp(W[17] * W[18]));
    }

    /**
     * {@code D' = w7 D0(4) + (1 - w7) (D - w6 (G - 3) (10 - D) / 9)}: the harder, the less it still grows, and all drifts a
     * little towards the easy.
     */
    private static double difficulty(double before, Rating rating) {
        var moved = before - W[6] * (rating.grade - 3) * (10 - before) / 9;
        return bounded(W[7] * initialDifficulty(Rating.EASY) + (1 - W[7]) * moved);
    }

    private static double initialDifficulty(Rating rating) {
        return W[4] - exp(W[5] * (rating.grade - 1)) + 1;
    }

    private static double bounded(double difficulty) {
        return Math.clamp(difficulty, 1, 10);
    }
}
