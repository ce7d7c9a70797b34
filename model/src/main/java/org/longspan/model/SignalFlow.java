package org.longspan.model;

import org.longspan.model.RecurrentCell.Tape;

/**
 * A cell whose signals go from a step to the one before through one recurrent map U, and a share of them past it:
 *
 * <pre>∂L/∂h(t) · ∂h(t)/∂h(t-1) = keep · ∂L/∂h(t) + ∂L/∂z(t) Uᵀ</pre>
 */
interface SignalFlow {

    /** Returns the affine part of a run, which holds U and ∂L/∂z(t). */
    PreActivations affine(Tape tape);

    /** Returns the share of a signal that meets no weight. */
    default float keep() {
        return 0;
    }
}
