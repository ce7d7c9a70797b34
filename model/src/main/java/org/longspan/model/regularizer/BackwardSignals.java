package org.longspan.model.regularizer;

import org.longspan.model.cell.SignalFlow;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;

/** The signals that the last backward pass left in a network, as far as a regularizer sees them. */
public interface BackwardSignals {

    /** Returns the number of layers. */
    int layers();

    /** Returns the most sequences of one pass. */
    int capacity();

    /** Returns the blocks of θ. */
    ParameterLayout layout();

    /** Returns the kernels of the network. */
    Kernels kernels();

    /** Returns views of ∂L/∂h(t) of each sequence's own loss in one layer, T of (capacity, H). They stay valid. */
    Matrix[] dhAt(int layer);

    /**
     * Returns how signals flow from step to step in one layer.
     *
     * @throws IllegalStateException if its cell has no {@link org.longspan.model.cell.RecurrentCell#hasSignalFlow}
     */
    SignalFlow flow(int layer);
}
