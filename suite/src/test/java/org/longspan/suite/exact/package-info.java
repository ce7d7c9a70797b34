/**
 * Tests that results are equal bit for bit: trials whose stored digests every virtual machine, vector width, kind of
 * kernels and number of threads must reproduce. Read {@link org.longspan.suite.exact.ExactTrials} first, then
 * {@link org.longspan.suite.exact.Row}; {@code docs/exactness.md} says how to run it.
 */
package org.longspan.suite.exact;
