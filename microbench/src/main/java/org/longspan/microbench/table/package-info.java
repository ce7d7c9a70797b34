/**
 * Tables of JMH's measurements, with ratios to libtorch and to the hardware's limits. Read {@link
 * org.longspan.microbench.table.PerformanceTables} first.
 */
package org.longspan.microbench.table;
