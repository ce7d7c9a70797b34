/**
 * What one core can do at most: the yardstick of the kernels. The one place beside the vector kernels themselves that
 * is written against the Vector API, because a yardstick made of the kernels would measure nothing. Read
 * {@link org.longspan.microbench.peak.PeakBenchmark}.
 */
package org.longspan.microbench.peak;
