/**
 * What an answer is worth: marks of the machine and of people, and their release.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"attempts", "courseware", "identity", "lab"})
package io.skipway.grading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
