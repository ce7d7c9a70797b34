/**
 * What a run's records come to, before it is written or drawn: cells of the grid with their counts and
 * intervals, comparisons, audits and caveats. Read {@link org.longspan.reports.summary.RunSummary} first.
 */
package org.longspan.reports.summary;
