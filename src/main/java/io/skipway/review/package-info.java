/**
 * Screens for graders.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"player", "attempts", "courseware", "grading", "identity", "lab", "ui"})
package io.skipway.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
