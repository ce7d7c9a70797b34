package org.longspan.model.cell;

import java.util.Set;
import java.util.TreeSet;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.oracle.Site;

/** Applies a signal transform to the rows of one step, if this is its site. */
final class Signals {

    private Signals() {}

    /** Rewrites every row of {@code signal} (B, W); results smaller than the floor become zero. */
    static void apply(SignalTransform perStep, Site here, Matrix signal, Kernels kernels) {
        if (actsAt(perStep, here) && perStep.apply(signal, kernels)) {
            kernels.elementwise().flush(signal);
        }
    }

    /** Returns whether there is a transform, and this is its site. */
    static boolean actsAt(SignalTransform perStep, Site here) {
        return perStep != null && perStep.site() == here;
    }

    /** Throws if the transform acts on a site that the cell does not have. */
    static void requireSite(SignalTransform perStep, Set<Site> sites) {
        if (perStep != null && !sites.contains(perStep.site())) {
            throw new IllegalArgumentException(
                    "a signal transform at " + perStep.site() + ", but this cell has only " + new TreeSet<>(sites));
        }
    }
}
