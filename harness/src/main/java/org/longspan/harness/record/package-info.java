/**
 * The records that a run stores: the manifest, the trials and their results. Reports need nothing else. Read
 * {@link org.longspan.harness.record.Trial} first, then {@link org.longspan.harness.record.TrialResult}.
 */
package org.longspan.harness.record;
