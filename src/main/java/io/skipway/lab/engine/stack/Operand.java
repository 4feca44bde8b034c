package io.skipway.lab.engine.stack;

import java.lang.foreign.MemorySegment;

/** An array and the view of it that native code is given: made once, for the compiler does not always remove a new one. */
record Operand<A>(A array, MemorySegment segment) {}
