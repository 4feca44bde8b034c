package io.skipway.courseware.files;

import io.skipway.courseware.LabSheet;
import java.util.Optional;

/** The labs of a lesson, by name; where there is none, the line that names it gets the problem. */
interface Labs {
    Optional<LabSheet> named(String lab, int line);
}
