/**
 * A run's records arranged by its grid, before anything is concluded, written or drawn. Read
 * {@link org.longspan.reports.summary.ArrangedRun} first.
 */
package org.longspan.reports.summary;
