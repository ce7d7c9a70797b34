/**
 * Reports, made from a run's records alone: {@code report.json} for programs, {@code report.html} for people.
 * Read {@link org.longspan.reports.Report} first.
 */
package org.longspan.reports;
