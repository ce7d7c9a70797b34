/**
 * The same bits everywhere: trials whose digests are stored as text and must come out of every virtual machine,
 * vector width, kind of kernels and number of threads. Read {@link org.longspan.suite.exact.ExactTrials} first,
 * then {@link org.longspan.suite.exact.Row}; {@code docs/exactness.md} says how to run it.
 */
package org.longspan.suite.exact;
