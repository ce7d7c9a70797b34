package org.longspan.reports.finding;

/**
 * One thing that a reader must know.
 *
 * @param kind {@code sample}, {@code left-out}, {@code missing}, {@code unchecked}, {@code skipped}, {@code failed},
 *     {@code edge}, {@code under-tuned}, {@code confirmation}, {@code test}, {@code code}, {@code data}, {@code cap} or
 *     {@code costs}
 * @param where the cells that it concerns, empty if the whole run
 * @param text one or two sentences
 */
public record Caveat(String kind, String where, String text) {}
