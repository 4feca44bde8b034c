/**
 * Nothing that was acknowledged is lost: real servers, killed while a class answers over lines that break.
 *
 * <p>A {@link io.skipway.durability.Tab} writes as a page does and notes in a {@link io.skipway.durability.Ledger} what it sent and
 * what it was told. After every kill the ledgers are held against the rows of the store and against what the server says.
 */
@NullMarked
package io.skipway.durability;

import org.jspecify.annotations.NullMarked;
