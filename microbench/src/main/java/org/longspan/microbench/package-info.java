/**
 * The costs of one kernel, one training step and one update, measured by JMH; nothing here decides a result. {@code mvn
 * verify -Pmicrobench -Dplan=none} writes {@code runs/microbench.json}; {@code -Dmicrobench.args="KernelBenchmark -p
 * kernels=vector"} selects a part. Read {@link org.longspan.microbench.KernelBenchmark} first.
 */
package org.longspan.microbench;
