/**
 * Courses, lessons and questions as immutable editions, and marking as a pure function of them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "lab"})
package io.skipway.courseware;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
