package org.longspan.model.cell;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.Curvature;

/**
 * A recurrent layer that gives the tangent of its backward pass too, and with it exact products with the Hessian:
 *
 * <pre>H v = d/dε ∇L(θ + ε v) at ε = 0</pre>
 *
 * forward over backward. B. A. Pearlmutter (1994), Fast exact multiplication by the Hessian, Neural Computation 6. Not
 * the Gauss-Newton product Jᵀ L″ J v, which needs no more than {@link RecurrentCell} and leaves out how J itself changes.
 *
 * <p>A product takes four calls, in this order: {@link #backward}, without a signal transform; {@link #tangent}; {@link
 * #backwardTangent}; {@link #accumulateTangent}. Further products at the same θ repeat the last three. As a function of
 * θ, with the inputs and the cotangents from above held fixed, what they give is symmetric: ⟨u, H v⟩ = ⟨v, H u⟩, up to
 * rounding and the floor of {@link Kernels#FLOOR}.
 */
public interface SecondOrderCell extends RecurrentCell {

    /** Returns true: both Gauss-Newton and the Hessian. */
    @Override
    default boolean supports(Curvature curvature) {
        return true;
    }

    /** Allocates what the tangents of the runs on {@code tape} need beside it. */
    TangentTape newTangentTape(Tape tape, Kernels kernels);

    /** Returns how many floats such a tape of tangents holds, those of the run's own tape not counted. */
    long tangentTapeSize(int steps, int sequences);

    /**
     * Pushes a tangent forward: writes what {@link RecurrentCell#tangent} writes, bit for bit, and keeps what the tangent
     * of the way back needs. That takes {@code xDot} and {@code hDot} themselves, which stay as they are until then.
     *
     * @param xDot tangent of the inputs (T·B, I), or null for zero
     * @param hDot where the tangent of all outputs (T·B, H) goes
     */
    void tangent(
            Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot, TangentTape tangents, Kernels kernels);

    /**
     * Tangent of {@link #backward} in the direction of the last {@link #tangent}, t = T..1; it leaves the tangents of the
     * weight cotangents on {@code tangents}.
     *
     * @param dh the whole ∂L/∂h(t), (T·B, H), as backward left it
     * @param dhDot the tangent of ∂L/∂h from above, (T·B, H); on return that of the whole ∂L/∂h(t)
     * @param dxDot overwritten with the tangent of ∂L/∂x (T·B, I), or null where nobody asks
     */
    void backwardTangent(
            Parameters theta, Matrix dh, Matrix dhDot, Matrix dxDot, TangentTape tangents, Kernels kernels);

    /** <b>Adds</b> the tangent of the weight gradient to {@code product}. */
    void accumulateTangent(TangentTape tangents, Parameters product, Kernels kernels);

    /** What the tangents of one run leave behind beside its tape. */
    interface TangentTape {

        /** Returns the tape of the run itself. */
        Tape tape();
    }
}
