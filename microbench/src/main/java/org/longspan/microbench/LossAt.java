package org.longspan.microbench;

/** Where a sequence is read out. */
public enum LossAt {
    /** At its last step only: gradients vanish on their way back. */
    LAST,
    /** At every step. */
    EVERY
}
