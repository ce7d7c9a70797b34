/**
 * Cells that run in other processes: what each of them is sent, and what it answers. All of it is Java's own
 * serialization of text, so that a cluster carries bytes and knows nothing of a plan. Read
 * {@link org.longspan.harness.remote.CellExecutor} first.
 */
package org.longspan.harness.remote;
