package org.longspan.optim;

import java.util.Optional;
import java.util.Set;
import org.longspan.numerics.oracle.Site;

/**
 * A clipping scheme with its settings but without the unit of its threshold, which is measured at initialization.
 */
public interface ClippingScheme {

    /** Returns the unit of a relative threshold; {@code NONE} for absolute thresholds. */
    ThresholdUnit unit();

    /** Returns the site of the back-propagated signal that the scheme rewrites, if any. */
    default Optional<Site> site() {
        return Optional.empty();
    }

    /** Returns the laws that the scheme keeps. */
    Set<Law> laws();

    /**
     * Returns the clipping whose thresholds are the settings' threshold times {@code units}.
     *
     * @param units one element a block for {@link ThresholdUnit#BLOCK_NORM}, otherwise one; all 1 for
     *     {@link ThresholdUnit#NONE}
     */
    Clipping at(double... units);
}
