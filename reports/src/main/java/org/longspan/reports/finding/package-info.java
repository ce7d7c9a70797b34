/**
 * What a report concludes from a run: comparisons, claims, rates, audits and caveats. Read
 * {@link org.longspan.reports.finding.Findings} first.
 */
package org.longspan.reports.finding;
