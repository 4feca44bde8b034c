package io.skipway.attempts;

import io.skipway.courseware.EditionId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a sitting stands.
 *
 * @param items the questions that were drawn, in their order
 * @param endsAt the deadline with all that was granted; empty where there is none
 * @param section the one that is open where they come one after another
 * @param seenAt when its page was last heard of
 * @param settled whether all is marked that a machine can mark
 */
public record Sitting(
        SittingId id,
        EditionId edition,
        List<Item> items,
        Instant begunAt,
        Optional<Instant> endsAt,
        int section,
        Instant seenAt,
        Optional<Instant> submittedAt,
        Optional<EndedBy> endedBy,
        boolean settled) {
    public Sitting {
        items = List.copyOf(items);
    }

    public enum EndedBy {
        STUDENT,
        /** At the deadline. */
        SERVER,
        STAFF
    }

    /**
     * A question at its place.
     *
     * @param section of the quiz, from 0
     * @param points that it is worth here; empty for the question's own
     */
    public record Item(int section, String question, Optional<BigDecimal> points) {}

    /** Whether an answer to the question still becomes current. */
    boolean takes(String question, Instant now, Duration grace, boolean sequential) {
        return submittedAt.isEmpty()
                && !over(now, grace)
                && items.stream()
                        .anyMatch(
                                item -> item.question().equals(question) && (!sequential || item.section() == section));
    }

    /** When it is ended if it is ended now: within the grace it is the deadline that counts. */
    Instant endAt(Instant now) {
        return endsAt.filter(now::isAfter).orElse(now);
    }

    /** Whether nothing more is taken. */
    boolean over(Instant now, Duration grace) {
        return endsAt.filter(end -> !now.isBefore(end.plus(grace))).isPresent();
    }
}
