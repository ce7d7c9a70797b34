/**
 * Figures as inline SVG over colour variables, drawn from a summary. Every figure comes with its caption, with how
 * it is read, and with its numbers as CSV. Read {@link org.longspan.reports.figure.Figure} first, then
 * {@link org.longspan.reports.figure.HeatMap}.
 */
package org.longspan.reports.figure;
