/**
 * What a report concludes from a run: the bridge to the inference and its answers, rates, audits and caveats. Read
 * {@link org.longspan.reports.finding.Findings} first.
 */
package org.longspan.reports.finding;
