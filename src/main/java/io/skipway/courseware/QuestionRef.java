package io.skipway.courseware;

import io.skipway.identity.CourseId;

/** A question as one edition has it. */
public record QuestionRef(CourseId course, EditionId edition, String question) {}
