package org.longspan.testkit;

import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.oracle.Site;

/** A signal transform from a function of one row. */
record RowTransform(Site site, Row row) implements SignalTransform {

    /** What a transform does to a row. */
    interface Row {
        boolean apply(float[] signal, int from, int width);
    }

    @Override
    public boolean apply(float[] signal, int from, int width) {
        return row.apply(signal, from, width);
    }
}
