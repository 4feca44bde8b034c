package io.skipway.identity;

import java.util.Optional;

/** Names a course, by its folder. It stands here because people are enrolled in it; what it holds is courseware's. */
public record CourseId(String value) {
    private static final String FORM = "[a-z0-9][a-z0-9-]{0,63}";

    public CourseId {
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException(
                    "A course's id has small letters, digits and hyphens, at most 64: " + value);
        }
    }

    /** The course that a text names, if it can name one at all: for what comes from an address. */
    public static Optional<CourseId> of(String text) {
        return text.matches(FORM) ? Optional.of(new CourseId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
