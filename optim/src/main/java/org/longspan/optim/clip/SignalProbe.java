package org.longspan.optim.clip;

import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.oracle.Site;

/**
 * Watches the back-propagated signal at a site and changes nothing; it measures
 * {@link org.longspan.optim.ThresholdUnit#SIGNAL_ROW_NORM}. One object serves one thread.
 */
public final class SignalProbe implements SignalTransform {

    private final Site site;
    private double largest;

    /** Creates a probe that has seen nothing. */
    public SignalProbe(Site site) {
        this.site = site;
    }

    @Override
    public Site site() {
        return site;
    }

    @Override
    public boolean apply(float[] signal, int from, int width) {
        largest = Math.max(largest, RowNorm.of(signal, from, width)); // NaN stays NaN
        return false;
    }

    /** Returns the largest norm of a row since the beginning or the last {@link #reset}; NaN after a NaN. */
    public double largestRowNorm() {
        return largest;
    }

    /** Clears the measurements. */
    public void reset() {
        largest = 0;
    }
}
