/**
 * A run's folder: the manifest, one durable line for each result with the hash of its code, and the lock. Read
 * {@link org.longspan.harness.store.ResultStore} first.
 */
package org.longspan.harness.store;
