package org.longspan.reports.finding;

import org.longspan.reports.summary.Arm;
import org.longspan.reports.summary.Problem;

/**
 * Something about a cell that a reader must know before reading its figure.
 *
 * @param kind {@code edge} or {@code under-tuned}
 * @param arm of the cell
 * @param problem of the cell
 * @param text one sentence
 */
public record Audit(String kind, Arm arm, Problem problem, String text) {}
