package io.skipway.attempts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a person may do about a quiz now.
 *
 * @param sittings their own, oldest first
 * @param open the one that goes on
 * @param obstacle why no other can be begun; empty if one can
 * @param at when the obstacle ends, where that is known
 * @param left how many more may be begun; empty where there is no bound
 */
public record Standing(
        List<Sitting> sittings,
        Optional<Sitting> open,
        Optional<Obstacle> obstacle,
        Optional<Instant> at,
        OptionalInt left,
        Accommodation accommodation) {
    public enum Obstacle {
        NOT_YET_OPEN,
        CLOSED,
        NO_ATTEMPT_LEFT,
        /** The time between two sittings is not over. */
        TOO_SOON
    }
}
