/**
 * The demo class: people, answers and runs. Exists only under its profile.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"attempts", "courseware", "grading", "identity", "lab"})
package io.skipway.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
