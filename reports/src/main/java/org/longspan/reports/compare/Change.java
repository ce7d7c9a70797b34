package org.longspan.reports.compare;

/**
 * Something that two runs are set to in different ways.
 *
 * @param what kind of thing it is: {@code setting}, {@code search range}, {@code plan}, {@code rule} or {@code code}
 * @param of the thing: {@code adam, beta2}
 * @param base how the base has it
 * @param other how the other run has it
 */
public record Change(String what, String of, String base, String other) {}
