package io.skipway.courseware;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Questions of the course that are asked together, and the rules by which. Where a time is missing there is no bound.
 *
 * @param about sanitised HTML that is read before the start
 * @param limit how long a sitting may take
 * @param grace after the deadline, in which what was typed before it may still arrive
 * @param attempts how many sittings a person has
 * @param delay between the end of one sitting and the begin of the next
 * @param password asked for at the start; never told
 * @param sequential whether a section that was left is closed
 */
public record Quiz(
        String id,
        Words title,
        Words about,
        Mode mode,
        List<Section> sections,
        Optional<Instant> opens,
        Optional<Instant> closes,
        Optional<Duration> limit,
        Duration grace,
        OptionalInt attempts,
        Counts counts,
        Duration delay,
        Optional<String> password,
        boolean sequential,
        Behaviour behaviour,
        Review review) {
    public Quiz {
        sections = List.copyOf(sections);
    }

    public enum Mode {
        EXAM,
        /** Asks again what went wrong, when it is due, and is worth nothing. */
        PRACTICE
    }

    /** Which of several sittings is worth something. */
    public enum Counts {
        BEST,
        LAST,
        FIRST,
        MEAN
    }

    /** What happens to one answer before all are final. */
    public sealed interface Behaviour {
        /** Nothing: all are marked at the end. */
        record Deferred() implements Behaviour {}

        /** Each may be checked once, which makes it final. */
        record Immediate() implements Behaviour {}

        /** Each may be checked so often; every miss takes a share of its points. */
        record Tries(int tries, BigDecimal penalty) implements Behaviour {}

        /** Each is given with how sure one is; see {@link Certainty}. */
        record Certain() implements Behaviour {}

        /** Whether an answer may be checked before the end. */
        default boolean checks() {
            return this instanceof Immediate || this instanceof Tries;
        }
    }

    /** From when on something is shown to whoever sat it. */
    public enum When {
        /** Once the answer is checked. */
        CHECKED,
        SUBMITTED,
        /** Once the quiz is closed to all, which one without an end never is. */
        CLOSED,
        NEVER
    }

    /** When points, the feedback to an answer, and the key with its solution are shown; each no earlier than the one before. */
    public record Review(When points, When feedback, When solution) {}

    public record Section(Words title, boolean shuffled, List<Item> items) {
        public Section {
            items = List.copyOf(items);
        }
    }

    /**
     * One question, or several that are drawn from a pool.
     *
     * @param draw how many of {@code among}
     * @param points of each, in place of the question's own
     */
    public record Item(List<String> among, int draw, Optional<BigDecimal> points) {
        public Item {
            among = List.copyOf(among);
        }
    }

    /** Every question that it may ask, each once. */
    public List<String> questions() {
        return sections.stream()
                .flatMap(section -> section.items().stream())
                .flatMap(item -> item.among().stream())
                .distinct()
                .toList();
    }
}
