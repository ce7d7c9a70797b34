package org.longspan.reports.inference;

import java.util.Locale;

/** What the runs of a plan differ in, in the order of an {@link Evaluation}'s components. */
public enum Factor {
    MODEL,
    TASK,
    OPTIMIZER,
    CLIPPING,
    SCHEDULE,
    /** What is done with a gradient that is not finite. */
    POLICY,
    BLOCK;

    /** Returns the factor's name in small letters. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
