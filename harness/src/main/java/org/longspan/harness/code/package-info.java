/**
 * Which code makes a trial: what the trainer and the methods that the trial names reach, read from the indexes that the
 * build of each module writes. Results are reused only where it is equal. Read
 * {@link org.longspan.harness.code.TrialCode} first.
 */
package org.longspan.harness.code;
