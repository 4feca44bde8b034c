package io.skipway.attempts;

import java.util.Optional;

/** What became of a write. */
public sealed interface Outcome {
    /** It is committed, now or by an earlier request with the same write id. */
    record Accepted(Saved saved) implements Outcome {}

    /** It was written upon an older state than the newest: kept as a side version, not current. */
    record Stale(Saved newest) implements Outcome {}

    /** The attempt is submitted or the key was shown: nothing more is taken; the write is kept as a side version. */
    record Closed(Optional<Saved> newest) implements Outcome {}
}
