package org.longspan.task;

/** The three disjoint sources of sequences. Their order enters every stream, so changing it changes the data. */
public enum Split {
    /** For training the weights. */
    TRAIN,
    /** For watching a run and for selecting settings. */
    VALIDATION,
    /** For confirming a result. */
    TEST
}
