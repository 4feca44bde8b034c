/**
 * What an answer is worth: marks of the machine and of people, and their release. A submission comes in by an event, in the
 * transaction that makes the attempt final; graders know it by an alias that is drawn by lot. What is no whole mark yet is
 * its grader's draft. A grader writes over a mark of their own until it is released; what was released stays for good, and
 * a change of it is a new mark, hidden until it is released too, so that no student sees a mark half typed.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"attempts", "courseware", "identity", "lab"})
package io.skipway.grading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
