package io.skipway.identity;

/** What a person is in one course; one may be several things. */
public enum Role {
    STUDENT,
    GRADER,
    INSTRUCTOR
}
