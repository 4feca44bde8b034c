/**
 * How many learn at once on one small machine: people who sign in, read, answer, type and press Run, with the pauses that
 * people make, over HTTP and in the protocol of the pages. The generator stands on the same machine, so what it takes is told too.
 */
@NullMarked
package io.skipway.learners;

import org.jspecify.annotations.NullMarked;
