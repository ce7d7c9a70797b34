package org.longspan.model.cell;

import java.util.Optional;
import org.longspan.model.cell.RecurrentCell.Tape;

/**
 * A cell whose signals go from a step to the one before through one recurrent map U, and a share of them past it:
 *
 * <pre>∂L/∂h(t) · ∂h(t)/∂h(t-1) = keep · ∂L/∂h(t) + ∂L/∂z(t) Uᵀ</pre>
 */
public interface SignalFlow {

    /** Returns how signals flow through {@code cell}, or nothing where it is not like that. */
    static Optional<SignalFlow> of(RecurrentCell cell) {
        if (cell instanceof LearnedInitialState learned) {
            return learned.signalFlow();
        }
        return cell instanceof SignalFlow flow ? Optional.of(flow) : Optional.empty();
    }

    /** Returns the affine part of a run, which holds U and ∂L/∂z(t). */
    PreActivations affine(Tape tape);

    /** Returns the share of a signal that meets no weight. */
    default float keep() {
        return 0;
    }
}
