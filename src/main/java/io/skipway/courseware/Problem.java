package io.skipway.courseware;

/** Something a person can mend in a file of a course: where it is, and what to do. Lines count from 1. */
public record Problem(String path, int line, String message) {
    @Override
    public String toString() {
        return path + ":" + line + ": " + message;
    }
}
