package org.longspan.task;

/** The three disjoint sources of sequences. Their order is part of every stream: another one means other data. */
public enum Split {
    /** What weights are trained on. */
    TRAIN,
    /** What learning is watched on and settings are selected by. */
    VALIDATION,
    /** What a result is confirmed on. */
    TEST
}
