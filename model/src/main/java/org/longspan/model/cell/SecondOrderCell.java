package org.longspan.model.cell;

import org.longspan.numerics.oracle.Curvature;

/**
 * A recurrent layer that gives the tangent of its backward pass too, and with it exact products with the Hessian:
 *
 * <pre>H v = d/dε ∇L(θ + ε v) at ε = 0</pre>
 *
 * forward over backward. B. A. Pearlmutter (1994), Fast exact multiplication by the Hessian, Neural Computation 6. Not
 * the Gauss-Newton product Jᵀ L″ J v, which any {@link RecurrentCell} supports and which leaves out how J itself
 * changes.
 */
public interface SecondOrderCell extends RecurrentCell {

    /** Returns true: this cell supports both Gauss-Newton and the Hessian. */
    @Override
    default boolean supports(Curvature curvature) {
        return true;
    }

    @Override
    SecondOrderRun open(Unrolling unrolling);

    /** Returns how many floats {@link SecondOrderRun#openTangents} allocates. */
    long tangentsSize(int steps, int sequences);
}
