package org.longspan.reports.inference;

/**
 * A method that is shown to be worse than what it could have been set to: it is under-tuned, not worse.
 *
 * @param specialCase the two methods
 * @param effect the comparison that shows it, with the adjustment of its family
 */
public record UnderTuned(SpecialCase specialCase, Effect effect) {}
