/**
 * People, enrolments and roles: who someone is and what they may do. Knows no other room.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.skipway.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
