/**
 * The shell, the wording and the components that all screens share. Knows no other room.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.skipway.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
