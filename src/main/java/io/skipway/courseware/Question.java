package io.skipway.courseware;

import io.skipway.lab.Control;
import io.skipway.lab.Experiment;
import io.skipway.lab.ExperimentRejected;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.Health;
import io.skipway.lab.LabJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Something to answer. The record holds the key: it never goes to a browser as a whole. */
public sealed interface Question {
    String id();

    Words prompt();

    BigDecimal points();

    /** The lab that stands beside it. */
    Optional<String> lab();

    /** Whether an experiment, of whatever settings, is to be closed to a student until they have answered. */
    default boolean closes(Experiment other) {
        return false;
    }

    /** Whether it may be answered again after a submission that missed its key. */
    default boolean retried() {
        return false;
    }

    /** Whether the machine marks it at once from the response and what was drawn at the first look, without measuring. */
    default boolean practised() {
        return switch (this) {
            case Essay essay -> false;
            case Prediction prediction -> false;
            case Repair repair -> false;
            case Numeric numeric -> !(numeric.key() instanceof NumberKey.Computed);
            case SingleChoice choice -> true;
            case InParts parts -> true;
        };
    }

    /** What is drawn for each attempt at it. */
    default Variants variants() {
        return Variants.NONE;
    }

    /** As one attempt has it, with what was drawn; what is filled stays so. */
    default Question filled(Map<String, String> values) {
        return this;
    }

    /** For whoever looks at it without an attempt. */
    default Question sample() {
        return filled(variants().sample());
    }

    /** Judged piece by piece from the response alone; its key is told once it was shown or met. */
    sealed interface InParts extends Question permits Cloze, Matching, MultipleChoice, Ordering, ShortAnswer {
        /** Its name in the files of courses. */
        String kind();

        /** Whether a response can be an answer at all, be it right, wrong or not finished. */
        boolean fits(Response response);

        /** What a response that fits is worth. */
        Verdict judge(Response response);

        /** An answer that is worth all points. */
        Response key();

        /** Shown with the key, in their order. */
        List<Solution> solutions();

        @Override
        default boolean retried() {
            return true;
        }
    }

    /** One option is right. A statement to be judged has the options {@link #TRUE} and {@link #FALSE}. */
    record SingleChoice(
            String id,
            Words prompt,
            BigDecimal points,
            Optional<String> lab,
            List<Option> options,
            String key,
            Variants variants)
            implements Question {
        public static final String TRUE = "true";
        public static final String FALSE = "false";

        public SingleChoice(
                String id, Words prompt, BigDecimal points, Optional<String> lab, List<Option> options, String key) {
            this(id, prompt, points, lab, options, key, Variants.NONE);
        }

        @Override
        public SingleChoice filled(Map<String, String> values) {
            return new SingleChoice(
                    id, Placeholders.fill(prompt, values), points, lab, Option.filled(options, values), key, variants);
        }

        /** Whether it is a statement to be judged. */
        public boolean trueOrFalse() {
            return options.stream().map(Option::id).toList().equals(List.of(TRUE, FALSE));
        }

        /** Whoever misses the truth of a statement knows it. */
        @Override
        public boolean retried() {
            return !trueOrFalse();
        }

        public Option option(String id) {
            return options.stream()
                    .filter(option -> option.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No option " + id + " in question " + this.id));
        }
    }

    /** A text that people mark. {@code solutions} are shown after the submission, in their order. */
    record Essay(
            String id,
            Words prompt,
            BigDecimal points,
            Optional<String> lab,
            int maxCharacters,
            Rubric rubric,
            List<Solution> solutions)
            implements Question {}

    /**
     * A curve that is drawn before it is measured: |dL/dh| over the layers of one network of a lab, at initialisation. Until
     * the drawing is final the lab is closed to its author; then it is measured with a seed of the server.
     *
     * @param lab the sheet from which the experiment is
     * @param from least exponent of ten on the axis, {@code to} the greatest
     * @param within from the strictest; who is beyond all gets nothing
     * @param solutions shown after the submission, in their order
     */
    record Prediction(
            String id,
            Words prompt,
            BigDecimal points,
            Optional<String> lab,
            GradientFlow experiment,
            Network network,
            int from,
            int to,
            List<Within> within,
            List<Solution> solutions)
            implements Question {
        private static final int HANDLES = 9;

        @Override
        public boolean closes(Experiment other) {
            return experiment.toldBy(other);
        }

        /** The layers at which the curve is drawn: evenly spread, the input and the last among them. */
        public List<Integer> layers() {
            int depth = experiment.depth();
            int last = Math.min(HANDLES - 1, depth);
            return IntStream.rangeClosed(0, last)
                    .map(i -> Math.round((float) i * depth / last))
                    .boxed()
                    .toList();
        }
    }

    /**
     * A sick network whose settings are to be mended: once they are final it is trained with them on seeds that nobody has
     * seen, and the median of the test accuracies counts.
     *
     * @param experiment the sick one, with which its lab opens
     * @param dials what may be changed
     * @param seeds how many networks are trained, an odd number
     * @param goals from the strictest; who misses all gets nothing
     * @param solutions shown after the submission, in their order
     */
    record Repair(
            String id,
            Words prompt,
            BigDecimal points,
            Optional<String> lab,
            Health experiment,
            List<Control> dials,
            int seeds,
            List<Goal> goals,
            List<Solution> solutions)
            implements Question {
        private static final int LONGEST_VALUE = 32;

        /**
         * The network with a learner's settings.
         *
         * @throws ExperimentRejected {@code unknown-setting} if one is no dial, {@code out-of-range} if a value can't be set
         */
        public Health with(Map<String, String> settings) {
            settings.forEach((name, value) -> {
                if (dials.stream().noneMatch(dial -> dial.name().equals(name))) {
                    throw new ExperimentRejected("unknown-setting", Map.of("setting", name));
                }
                if (value.length() > LONGEST_VALUE) {
                    throw new ExperimentRejected("out-of-range", Map.of("setting", name));
                }
            });
            return LabJson.with(experiment, settings);
        }
    }

    /** What a repair is worth whose median test accuracy is {@code accuracy} at least. */
    record Goal(BigDecimal accuracy, BigDecimal points) {}

    /**
     * A number that is typed.
     *
     * @param unit that may be typed with it; empty where there is none
     * @param closed whether the lab of a computed key is closed until the answer is final
     * @param solutions shown after the submission, in their order
     */
    record Numeric(
            String id,
            Words prompt,
            BigDecimal points,
            Optional<String> lab,
            NumberKey key,
            Tolerance tolerance,
            String unit,
            boolean closed,
            Variants variants,
            List<Solution> solutions)
            implements Question {
        /** Of a key that is given, or whose run alone draws something. */
        public Numeric(
                String id,
                Words prompt,
                BigDecimal points,
                Optional<String> lab,
                NumberKey key,
                Tolerance tolerance,
                String unit,
                boolean closed,
                List<Solution> solutions) {
            this(
                    id,
                    prompt,
                    points,
                    lab,
                    key,
                    tolerance,
                    unit,
                    closed,
                    key instanceof NumberKey.Computed computed ? Variants.among(computed.choices()) : Variants.NONE,
                    solutions);
        }

        /** Why a text is no answer at all, such as {@code not-positive} where only what is above 0 has a place. */
        public Optional<String> refused(String text) {
            return switch (NumberText.read(text, unit)) {
                case NumberText.Reading.Fault(var problem) -> Optional.of(problem.code());
                case NumberText.Reading.Value(var value)
                when tolerance.measure() == Tolerance.Measure.DECADES && value.signum() <= 0 ->
                    Optional.of("not-positive");
                case NumberText.Reading.Value value -> Optional.empty();
            };
        }

        @Override
        public boolean closes(Experiment other) {
            return closed
                    && key instanceof NumberKey.Computed computed
                    && computed.experiment().toldBy(other);
        }

        @Override
        public Numeric filled(Map<String, String> values) {
            var own = key instanceof NumberKey.Formula(var text)
                            && values.keySet().containsAll(Formulas.names(text))
                    ? new NumberKey.Given(Formulas.value(text, values))
                    : key;
            return new Numeric(
                    id,
                    Placeholders.fill(prompt, values),
                    points,
                    lab,
                    own,
                    tolerance,
                    unit,
                    closed,
                    variants,
                    Placeholders.fill(solutions, values));
        }
    }

    /** Which of the two networks that a lab compares. */
    enum Network {
        PLAIN,
        RESIDUAL
    }

    /** What a prediction is worth whose mean distance is {@code decades} at most. */
    record Within(BigDecimal decades, BigDecimal points) {}

    /** {@code feedback} is for whoever chose it; {@code lab} shows what would follow if it were true. */
    record Option(String id, Words text, Words feedback, Optional<String> lab) {
        public Option(String id, Words text, Words feedback) {
            this(id, text, feedback, Optional.empty());
        }

        /** With what was drawn in their texts, and in the order that was drawn. */
        static List<Option> filled(List<Option> options, Map<String, String> values) {
            return Variants.ordered(options, Option::id, values).stream()
                    .map(option -> new Option(
                            option.id,
                            Placeholders.fill(option.text, values),
                            Placeholders.fill(option.feedback, values),
                            option.lab))
                    .toList();
        }
    }

    record Solution(Words title, Words text) {}

    /** The points of the best levels add up to the question's. */
    record Rubric(List<Criterion> criteria) {}

    /** Levels from the least to the best. */
    record Criterion(String id, Words title, List<Level> levels) {}

    record Level(Words title, BigDecimal points) {}
}
