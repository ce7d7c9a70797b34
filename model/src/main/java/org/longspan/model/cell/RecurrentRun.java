package org.longspan.model.cell;

import java.util.Optional;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.SignalTransform;

/**
 * A cell unrolled over T steps of B sequences, with the activations and signals of its last passes.
 *
 * <p>Call {@link #prepare} once for every θ, then {@link #forward}; {@link #backward} and {@link #tangent}
 * differentiate the last forward pass, {@link #accumulate} the last backward pass. {@code tangent} and {@code backward}
 * are adjoint: ⟨w, J v⟩ = ⟨Jᵀ w, v⟩, up to rounding and the floor of {@link Kernels#FLOOR}. No pass allocates.
 */
public interface RecurrentRun {

    /** Returns the outputs h(1)..h(T), (T·B, H). It is one matrix for the whole life of the run. */
    Matrix outputs();

    /** Derives matrices from θ, such as packed weights. */
    void prepare(Parameters theta);

    /**
     * Runs all steps.
     *
     * @param x inputs (T·B, I), which the run copies
     */
    void forward(Parameters theta, Matrix x);

    /**
     * Back-propagates through all steps, t = T..1, and keeps the cotangents from which weight gradients are made.
     *
     * @param dh ∂L/∂h from above, (T·B, H); on return the whole ∂L/∂h(t), with the part from step t+1
     * @param dx overwritten with ∂L/∂x (T·B, I); null if it is not needed
     * @param perStep rewrites the signal at its site; null for none
     * @throws IllegalArgumentException if the cell has no such site
     */
    void backward(Parameters theta, Matrix dh, Matrix dx, SignalTransform perStep);

    /**
     * <b>Adds</b> the weight gradient of the last {@link #backward} to {@code gradient}, in one product over all steps.
     *
     * @param weights a factor for each sequence, or null for 1
     */
    void accumulate(float[] weights, Parameters gradient);

    /** <b>Adds</b> the weight gradient of one sequence alone to {@code gradient}. */
    void accumulateSequence(int sequence, Parameters gradient);

    /**
     * Pushes a tangent forward along the last {@link #forward}.
     *
     * @param xDot tangent of the inputs (T·B, I), or null for zero
     * @param hDot overwritten with the tangent of all outputs (T·B, H)
     */
    void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot);

    /** Returns how signals flow from step to step; empty unless {@link RecurrentCell#hasSignalFlow}. */
    default Optional<SignalFlow> signalFlow() {
        return Optional.empty();
    }
}
