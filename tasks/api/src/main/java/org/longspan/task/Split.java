package org.longspan.task;

/** The four disjoint sources of sequences. Their order enters every stream, so changing it changes the data. */
public enum Split {
    /** For training the weights. */
    TRAIN,
    /** For watching a run and for selecting settings. */
    VALIDATION,
    /** For the results that are reported. */
    TEST,
    /** For confirming that a validation result was no luck. */
    CONFIRMATION
}
