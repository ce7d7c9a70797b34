package org.longspan.model.cell;

import java.util.Set;
import java.util.TreeSet;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.oracle.Site;

/** Lets a signal transform at the rows of one step, if this is its site. */
final class Signals {

    private Signals() {}

    /** Rewrites every row of {@code signal} (B, W); what the transform made smaller than the floor becomes zero. */
    static void apply(SignalTransform perStep, Site here, Matrix signal, Kernels kernels) {
        if (perStep == null || perStep.site() != here) {
            return;
        }
        if (perStep.apply(signal, kernels)) {
            kernels.flush(signal);
        }
    }

    /** Refuses a transform at a site that a cell does not have. */
    static void requireSite(SignalTransform perStep, Set<Site> sites) {
        if (perStep != null && !sites.contains(perStep.site())) {
            throw new IllegalArgumentException(
                    "a signal transform at " + perStep.site() + ", but this cell has only " + new TreeSet<>(sites));
        }
    }
}
