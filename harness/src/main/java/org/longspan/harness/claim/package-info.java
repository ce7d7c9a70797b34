/**
 * Claims, read from YAML with the care of plans. Read {@link org.longspan.harness.claim.ClaimReader} first; the records
 * are in {@code harness.record.claim}.
 */
package org.longspan.harness.claim;
