package io.skipway.courseware;

/** Names an edition by the SHA-256 of its source files, in hex. */
public record EditionId(String hash) {
    @Override
    public String toString() {
        return hash;
    }
}
