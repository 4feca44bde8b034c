package io.skipway.identity;

/** Names a course, by its folder. It stands here because people are enrolled in it; what it holds is courseware's. */
public record CourseId(String value) {
    public CourseId {
        if (!value.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException(
                    "A course's id has small letters, digits and hyphens, at most 64: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
