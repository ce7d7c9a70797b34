/**
 * Runs the cells of a plan on a Spark cluster, and nothing else: an executor of the harness. Spark is used here alone.
 * Read {@link org.longspan.spark.SparkCells} first.
 */
package org.longspan.spark;
