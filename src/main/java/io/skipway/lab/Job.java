package io.skipway.lab;

import io.skipway.identity.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run in a worker's hands.
 *
 * @param execution the fence: the store takes nothing from a job whose execution is no longer the run's
 * @param original the run that this one replays
 */
record Job(
        RunId run,
        UUID execution,
        Experiment experiment,
        String kind,
        String digest,
        UserId requestedBy,
        @Nullable RunId original) {}
