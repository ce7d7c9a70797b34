/**
 * Plans, the grid of trials, the trainer, the result store and the local executor. It names no task, cell,
 * optimizer or clipping. Read {@link org.longspan.harness.record.Trial} first.
 */
package org.longspan.harness;
