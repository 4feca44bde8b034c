/**
 * A network as a file: records of what it says, and its reader and writer. Another framework wrote it or is to read it, so
 * everything is checked here, and refused with {@link io.skipway.lab.network.NetworkRejected}; the engines compute what is
 * left. Knows no engine.
 */
@NullMarked
package io.skipway.lab.network;

import org.jspecify.annotations.NullMarked;
