/**
 * Claims: sentences that runs can answer, as records. {@link org.longspan.harness.record.claim.Claim} comes first; {@code
 * harness.claim} reads them and {@code reports.claim} answers them.
 */
package org.longspan.harness.record.claim;
