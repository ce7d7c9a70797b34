/**
 * What the folder of a run tells of its progress, while it goes on or after it was left. Read
 * {@link org.longspan.harness.status.RunStatus} first.
 */
package org.longspan.harness.status;
