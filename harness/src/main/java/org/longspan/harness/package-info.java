/**
 * Runs plans: reuses stored results, executes the missing trials and reports progress. The harness names no task, cell,
 * optimizer or clipping. Read {@link org.longspan.harness.record.Trial} first.
 */
package org.longspan.harness;
