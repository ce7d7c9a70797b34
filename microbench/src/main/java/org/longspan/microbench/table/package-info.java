/**
 * Tables made from what JMH measured: ratios to libtorch, shares of what the hardware allows. Read
 * {@link org.longspan.microbench.table.PerformanceTables} first.
 */
package org.longspan.microbench.table;
