package org.longspan.reports.inference;

import java.util.List;
import java.util.Locale;

/** What two sides of a comparison differ in; all but the last one in the order of an {@link Evaluation}'s components. */
public enum Factor {
    MODEL,
    TASK,
    OPTIMIZER,
    CLIPPING,
    SCHEDULE,
    /** What is done with a gradient that is not finite. */
    POLICY,
    BLOCK,
    /** Two whole runs are compared: no component of an evaluation. */
    RUN;

    /** What the evaluation runs of one plan differ in. */
    static final List<Factor> OF_EVALUATIONS = List.of(MODEL, TASK, OPTIMIZER, CLIPPING, SCHEDULE, POLICY, BLOCK);

    /** Returns the factor's name in small letters. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
