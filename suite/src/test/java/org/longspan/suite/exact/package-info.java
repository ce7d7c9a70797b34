/**
 * Tests that results are equal bit for bit: every virtual machine, vector width, implementation of the kernels and
 * number of threads must reproduce the stored digests of some trials. Read {@link org.longspan.suite.exact.ExactTrials} first, then
 * {@link org.longspan.suite.exact.Row}; {@code docs/exactness.md} says how to run it.
 */
package org.longspan.suite.exact;
