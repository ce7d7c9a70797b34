package org.longspan.model.cell;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;

/**
 * The tangents of all passes of a {@link SecondOrderRun}, the backward pass among them.
 *
 * <p>A product with the Hessian takes four calls, in this order: {@link RecurrentRun#backward} without a signal
 * transform, then {@link #tangent}, {@link #backward} and {@link #accumulate} here. Further products at the same θ
 * repeat the last three. As a function of θ, with the inputs and the cotangents from above held fixed, the result is
 * symmetric: ⟨u, H v⟩ = ⟨v, H u⟩, up to rounding and the floor of {@link Kernels#FLOOR}.
 */
public interface RunTangents {

    /**
     * Pushes a tangent forward: writes what {@link RecurrentRun#tangent} writes, bit for bit, and keeps what {@link
     * #backward} needs. Leave {@code xDot} and {@code hDot} unchanged until then.
     *
     * @param xDot tangent of the inputs (T·B, I), or null for zero
     * @param hDot overwritten with the tangent of all outputs (T·B, H)
     */
    void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot);

    /**
     * Tangent of {@link RecurrentRun#backward} in the direction of the last {@link #tangent}, t = T..1. It keeps the
     * tangents of the cotangents from which weight gradients are made.
     *
     * @param dh the whole ∂L/∂h(t), (T·B, H), as the backward pass left it
     * @param dhDot the tangent of ∂L/∂h from above, (T·B, H); on return that of the whole ∂L/∂h(t)
     * @param dxDot overwritten with the tangent of ∂L/∂x (T·B, I); null if it is not needed
     */
    void backward(Parameters theta, Matrix dh, Matrix dhDot, Matrix dxDot);

    /**
     * Tangent of {@link RecurrentRun#accumulate}: <b>adds</b> the tangent of the weight gradient to {@code product}.
     */
    void accumulate(Parameters product);
}
