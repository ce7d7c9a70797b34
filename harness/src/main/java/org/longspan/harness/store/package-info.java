/**
 * A run's folder: the manifest, the results, one durable line a trial, the lock, and which code made what. Read
 * {@link org.longspan.harness.store.ResultStore} first.
 */
package org.longspan.harness.store;
