package io.skipway.courseware;

import io.skipway.courseware.Question.Network;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.LabJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What a number is held against: given in the file, or computed when the answer is final. */
public sealed interface NumberKey {
    /** The same for everybody. */
    record Given(BigDecimal value) implements NumberKey {}

    /** Computed from what was drawn for the attempt; see {@link Formulas}. */
    record Formula(String text) implements NumberKey {}

    /**
     * Comes out of a sealed run with a seed of the server, and with settings that are drawn for each attempt.
     *
     * @param lab the sheet from which the experiment is
     * @param choices the values from which each of these settings is drawn, as they were written
     */
    record Computed(String lab, GradientFlow experiment, Quantity quantity, Map<String, List<String>> choices)
            implements NumberKey {
        /**
         * The experiment of one draw.
         *
         * @throws io.skipway.lab.ExperimentRejected if a value is none that its setting may have
         */
        public GradientFlow experiment(Map<String, String> values, long seed) {
            return ((GradientFlow) LabJson.with(experiment, values)).seeded(seed);
        }
    }

    /** What is asked of a measured gradient: all of it that arrives at the input, or the part of what the last layer sends. */
    enum Quantity {
        FIRST_PLAIN(Network.PLAIN, false),
        FIRST_RESIDUAL(Network.RESIDUAL, false),
        RATIO_PLAIN(Network.PLAIN, true),
        RATIO_RESIDUAL(Network.RESIDUAL, true);

        private final Network network;
        private final boolean ratio;

        Quantity(Network network, boolean ratio) {
            this.network = network;
            this.ratio = ratio;
        }

        /** In which network it is measured. */
        public Network network() {
            return network;
        }

        private BigDecimal of(List<Double> log10) {
            double exponent = ratio ? log10.getFirst() - log10.getLast() : log10.getFirst();
            int whole = (int) Math.floor(exponent);
            return BigDecimal.valueOf(Math.pow(10, exponent - whole)).scaleByPowerOfTen(whole);
        }
    }

    /**
     * The number itself.
     *
     * @throws IllegalArgumentException if it comes out of a run, and the draw has not what was measured
     * @throws Formulas.NoValue if it is a formula, and can't be computed from the draw
     */
    default BigDecimal value(Draw draw) {
        return switch (this) {
            case Given(var value) -> value;
            case Formula(var text) -> Formulas.value(text, draw.values());
            case Computed computed
            when draw.measured().size() > 1 -> computed.quantity().of(draw.measured());
            case Computed computed ->
                throw new IllegalArgumentException("Nothing was measured for lab " + computed.lab());
        };
    }
}
