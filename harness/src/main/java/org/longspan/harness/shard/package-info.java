/**
 * The parting of a grid into shards, which run anywhere and know nothing of each other. Read
 * {@link org.longspan.harness.shard.Shard} first.
 */
package org.longspan.harness.shard;
