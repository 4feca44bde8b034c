/**
 * What an answer is worth: marks of the machine and of people, and their release. A submission comes in by an event, in the
 * transaction that makes the attempt final; graders know it by an alias that is drawn by lot.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"attempts", "courseware", "identity", "lab"})
package io.skipway.grading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
