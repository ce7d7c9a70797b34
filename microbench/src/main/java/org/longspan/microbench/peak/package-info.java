/**
 * The peak of one core, against which the kernels are measured. Besides the vector kernels, only this package uses the
 * Vector API, because a peak measured with the kernels would prove nothing. Read {@link
 * org.longspan.microbench.peak.PeakBenchmark}.
 */
package org.longspan.microbench.peak;
