package org.longspan.optim;

/**
 * What a relative threshold is a multiple of: a median over 100 batches of a measurement of the gradient at
 * initialization.
 */
public enum ThresholdUnit {
    /** The scheme has no threshold, or one with a range of its own. */
    NONE,
    /** ‖g‖. */
    GLOBAL_NORM,
    /** max |gᵢ|. */
    LARGEST_ELEMENT,
    /** The norm of each block, a unit for each. */
    BLOCK_NORM,
    /** The largest norm of a row of the back-propagated signal over t, at the scheme's site. */
    SIGNAL_ROW_NORM,
    /** The norm of one sequence's gradient. */
    EXAMPLE_NORM
}
