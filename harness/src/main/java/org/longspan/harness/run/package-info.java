/**
 * Runs one trial on one thread, from its names and numbers to its result; an executor runs many in parallel. Read
 * {@link org.longspan.harness.run.Trainer} first.
 */
package org.longspan.harness.run;
