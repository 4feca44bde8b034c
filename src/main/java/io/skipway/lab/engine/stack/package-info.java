/**
 * Deep stacks of equal layers on plain arrays: the products by the BLAS that the network library ships, all else by loops
 * that the compiler turns into vector instructions. Knows nothing of that library, of experiments or of data.
 *
 * <p>Arrays are row-major, {@code float[]} or {@code double[]}, both meant by the type parameter {@code A}: a stack is
 * written once, its {@link io.skipway.lab.engine.stack.Blas} and {@link io.skipway.lab.engine.stack.Loops} once for each
 * precision. Who calls them owes the sizes; nothing here is checked twice.
 */
@NullMarked
package io.skipway.lab.engine.stack;

import org.jspecify.annotations.NullMarked;
