package org.longspan.reports.finding;

/**
 * One thing that a run answers.
 *
 * @param topic {@code optimizers}, {@code clippings}, {@code models}, {@code schedules}, {@code policies},
 *     {@code variance} or {@code problems}
 * @param text a sentence or two with numbers, intervals and verdicts
 */
public record Answer(String topic, String text) {}
