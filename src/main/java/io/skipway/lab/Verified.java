package io.skipway.lab;

import org.jspecify.annotations.Nullable;

/** How a verification stands; null while it is computed. */
public record Verified(@Nullable Verification verification) {}
