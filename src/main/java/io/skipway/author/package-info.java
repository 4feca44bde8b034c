/**
 * Screens for instructors.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"player", "attempts", "courseware", "grading", "identity", "lab", "ui"})
package io.skipway.author;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
