/**
 * A run's records as tidy tables: a file for each, a row for each observation, and a dictionary of all columns. Read
 * {@link org.longspan.reports.export.Table} first, then {@link org.longspan.reports.export.Export}.
 */
package org.longspan.reports.export;
