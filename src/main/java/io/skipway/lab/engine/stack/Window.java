package io.skipway.lab.engine.stack;

import java.lang.foreign.MemorySegment;

/**
 * A matrix inside an array: its first element stands at {@code offset}, and each row starts {@code row} elements after the
 * one before. Made once, as an {@link Operand} is.
 */
record Window<A>(A array, int offset, int row, MemorySegment segment) {}
