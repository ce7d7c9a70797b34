/**
 * The two-sequence problem: one bit at the beginning, noise after it on the same line, the bit at the end.
 * {@link org.longspan.tasks.latch.TwoSequence} holds its three published forms,
 * {@link org.longspan.tasks.latch.LatchProvider} lists them.
 */
package org.longspan.tasks.latch;
