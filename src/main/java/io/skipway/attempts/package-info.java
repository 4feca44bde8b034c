/**
 * What a learner answered, submitted and pinned. Rows are appended; the newest by sequence is the state.
 *
 * <p>A run through an exam is a sitting, and the answer to each of its questions an attempt of its own. Whoever changes how a
 * sitting stands, or saves into it, holds its row first and the attempt's after: so what was acknowledged is there when it
 * ends, and is what is marked. It is ended by its person, by an instructor, or at the deadline by whichever server looks first;
 * its answers are then made final one by one, and what can't be measured is tried again.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"courseware", "identity", "lab"})
package io.skipway.attempts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
