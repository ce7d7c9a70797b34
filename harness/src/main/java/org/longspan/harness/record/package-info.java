/**
 * What a run leaves behind, as plain records: the manifest, the trials and their results. Reports are made
 * from these alone. Read {@link org.longspan.harness.record.Trial} first, then
 * {@link org.longspan.harness.record.TrialResult}.
 */
package org.longspan.harness.record;
