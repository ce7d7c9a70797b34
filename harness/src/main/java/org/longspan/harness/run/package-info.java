/**
 * One trial, from its names and numbers to its result, on one thread; and the executor that runs many. Read
 * {@link org.longspan.harness.run.Trainer} first.
 */
package org.longspan.harness.run;
