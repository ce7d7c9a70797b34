package org.longspan.model;

import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.oracle.Site;

/** Halves every signal of a hidden output. */
final class Halving implements SignalTransform {

    @Override
    public Site site() {
        return Site.HIDDEN;
    }

    @Override
    public boolean apply(float[] signal, int from, int width) {
        for (int i = from; i < from + width; i++) {
            signal[i] *= 0.5f;
        }
        return true;
    }
}
