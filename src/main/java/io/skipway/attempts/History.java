package io.skipway.attempts;

import io.skipway.courseware.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that was ever written for one attempt, and not by whom.
 *
 * @param saved every state in order; what was submitted is the last
 * @param aside what came and never became the state, in order of coming
 */
public record History(List<Saved> saved, List<Aside> aside, Optional<Instant> submittedAt) {
    /**
     * A text that was kept beside the state.
     *
     * @param base the sequence that its writer had seen
     * @param late whether it came when nothing more was taken; otherwise a newer state was there already
     */
    public record Aside(long base, Response response, Instant at, String hash, boolean late) {}
}
