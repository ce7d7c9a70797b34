/**
 * Hashes the code that makes a trial: the types reached from the trainer, the task and the methods, as listed in the
 * indexes that each module's build writes. Results are reused only if the hash is equal. Read
 * {@link org.longspan.harness.code.TrialCode} first.
 */
package org.longspan.harness.code;
