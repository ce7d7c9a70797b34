package org.longspan.reports.inference;

/** What a comparison says, in the order in which it is asked. */
public enum Verdict {
    /** The first side is shown to be better. */
    BETTER,
    /** The first side is shown to be worse. */
    WORSE,
    /** The difference is shown to be smaller than the margin, by a comparison that could have found one. */
    EQUIVALENT,
    /** The difference seems smaller than the margin, but the comparison might have missed any. */
    INSENSITIVE,
    /** Neither is shown. */
    INCONCLUSIVE,
    /** Too few clusters differ for a test: only counts are given. */
    UNTESTED
}
