/**
 * What one kernel, one training step and one update cost, measured by JMH; nothing here decides a result.
 * {@code mvn verify -Pmicrobench -Dplan=none} writes {@code runs/microbench.json}; a part of it is chosen with
 * {@code -Dmicrobench.args="KernelBenchmark -p kernels=vector"}. Read
 * {@link org.longspan.microbench.KernelBenchmark} first.
 */
package org.longspan.microbench;
