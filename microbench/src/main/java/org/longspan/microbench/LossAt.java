package org.longspan.microbench;

/** The time steps at which a sequence is read out. */
public enum LossAt {
    /** The last step only: gradients vanish on the way back. */
    LAST,
    /** Every step. */
    EVERY
}
