/**
 * A lesson as a person meets it: prose, exercise card, lab panel. Starts runs and is given callbacks for all else.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"courseware", "identity", "lab", "ui"})
package io.skipway.player;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
