/**
 * JSON for the records: strict reading and canonical writing, with a fixed order of keys, shortest doubles and no bare
 * NaN or Infinity. Read {@link org.longspan.harness.record.json.RecordJson} first.
 */
package org.longspan.harness.record.json;
