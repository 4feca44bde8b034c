package io.skipway.durability;

/** A promise that was broken. */
record Fault(Kind kind, Place place, String what) {
    enum Kind {
        /** What was acknowledged is missing, or is not what was acknowledged. */
        LOST,
        /** What was written upon an older answer has become current. */
        STALE_APPLIED
    }
}
