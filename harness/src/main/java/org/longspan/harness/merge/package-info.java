/**
 * The merging of runs of one plan, such as its shards, into one run's folder. Read
 * {@link org.longspan.harness.merge.Merge} first.
 */
package org.longspan.harness.merge;
