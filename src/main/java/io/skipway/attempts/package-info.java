/**
 * What a learner answered, submitted and pinned. Rows are appended; the newest by sequence is the state.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"courseware", "identity", "lab"})
package io.skipway.attempts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
