/**
 * Plans, read from YAML and checked against the catalogues before any trial runs. Read
 * {@link org.longspan.harness.plan.Plan} first.
 */
package org.longspan.harness.plan;
