/**
 * The report as strict JSON: never a bare NaN or Infinity, every number that does not exist is null, an infinite
 * setting is the string {@code inf}. Its schema is the resource {@code org/longspan/reports/report.schema.json}.
 * Read {@link org.longspan.reports.json.ReportDocument} first.
 */
package org.longspan.reports.json;
