/**
 * The records as JSON, read strictly and written canonically: fixed order of keys, shortest doubles, never a bare
 * NaN or Infinity. Read {@link org.longspan.harness.record.json.RecordJson} first.
 */
package org.longspan.harness.record.json;
