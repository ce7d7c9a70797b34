package org.longspan.model.readout;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;

/**
 * The outputs of a step, y(t) = h(t) V + b, for V (H, O) and b (1, O).
 *
 * @param hidden width H of the top layer
 * @param outputs width O
 */
public record LinearReadOut(int hidden, int outputs) {

    private static final String WEIGHT = "readout.weight";
    private static final String BIAS = "readout.bias";

    /** Adds the two blocks. */
    public void addBlocks(ParameterLayout.Builder layout) {
        layout.add(WEIGHT, hidden, outputs, Role.READ_OUT);
        layout.add(BIAS, 1, outputs, Role.READ_OUT_BIAS);
    }

    /** Packs V for the way forward and the way back. */
    public void prepare(Parameters theta, Scratch scratch) {
        scratch.forward.pack(theta.block(WEIGHT));
        scratch.backward.packTransposed(theta.block(WEIGHT));
    }

    /** y = h V + b. */
    public void forward(Parameters theta, Matrix h, Matrix y, Scratch scratch, Kernels kernels) {
        kernels.setProduct(theta.block(BIAS), h, scratch.forward, y);
    }

    /** ∂L/∂h += ∂L/∂y Vᵀ. */
    public void backward(Matrix dy, Matrix dh, Scratch scratch, Kernels kernels) {
        kernels.addProduct(dy, scratch.backward, dh);
    }

    /** Begins to accumulate: the gradient of V so far, the other way round, because O is often narrower than a vector. */
    public void beginToAccumulate(Parameters gradient, Scratch scratch) {
        transpose(gradient.block(WEIGHT), scratch.gradient);
    }

    /** ∂L/∂Vᵀ += ∂L/∂yᵀ h, ∂L/∂b += the column sums of ∂L/∂y. */
    public void accumulate(Matrix h, Matrix dy, Parameters gradient, Scratch scratch, Kernels kernels) {
        kernels.addTransposedProduct(dy, h, scratch.gradient);
        kernels.addColumnSums(dy, gradient.block(BIAS));
    }

    /** Ends what {@link #beginToAccumulate} began. */
    public void endToAccumulate(Parameters gradient, Scratch scratch) {
        transpose(scratch.gradient, gradient.block(WEIGHT));
    }

    private static void transpose(Matrix from, Matrix to) {
        for (int i = 0; i < from.rows(); i++) {
            for (int j = 0; j < from.columns(); j++) {
                to.set(j, i, from.get(i, j));
            }
        }
    }

    /** Packs the tangent of V. */
    public void prepareTangent(Parameters thetaDot, Scratch scratch) {
        scratch.forwardDot.pack(thetaDot.block(WEIGHT));
    }

    /** ẏ = h V̇ + ḣ V + ḃ. */
    public void tangent(Parameters thetaDot, Matrix h, Matrix hDot, Matrix yDot, Scratch scratch, Kernels kernels) {
        kernels.setProduct(thetaDot.block(BIAS), h, scratch.forwardDot, yDot);
        kernels.addProduct(hDot, scratch.forward, yDot);
    }

    /** Packs the tangent of V for the way back. */
    public void prepareBackwardTangent(Parameters thetaDot, Scratch scratch) {
        scratch.backwardDot.packTransposed(thetaDot.block(WEIGHT));
    }

    /** Tangent of {@link #backward}: {@code dhDot} += dẏ Vᵀ + dy V̇ᵀ, where dẏ is the tangent of dy = ∂L/∂y. */
    public void backwardTangent(Matrix dy, Matrix dyDot, Matrix dhDot, Scratch scratch, Kernels kernels) {
        kernels.addProduct(dyDot, scratch.backward, dhDot);
        kernels.addProduct(dy, scratch.backwardDot, dhDot);
    }

    /** Tangent of {@link #accumulate} in h: adds dyᵀ ḣ; that in dy is {@link #accumulate} of its tangent. */
    public void accumulateFromTangent(Matrix hDot, Matrix dy, Scratch scratch, Kernels kernels) {
        kernels.addTransposedProduct(dy, hDot, scratch.gradient);
    }

    /** What a run needs beside θ. */
    public static final class Scratch {

        final Panels forward; // V (H, O)
        final Panels backward; // Vᵀ (O, H)
        final Panels forwardDot; // tangent of V (H, O)
        final Panels backwardDot; // tangent of Vᵀ (O, H)
        final Matrix gradient; // ∂L/∂Vᵀ (O, H)

        public Scratch(LinearReadOut readOut, Kernels kernels) {
            this.forward = kernels.newPanels(readOut.hidden, readOut.outputs);
            this.backward = kernels.newPanels(readOut.outputs, readOut.hidden);
            this.forwardDot = kernels.newPanels(readOut.hidden, readOut.outputs);
            this.backwardDot = kernels.newPanels(readOut.outputs, readOut.hidden);
            this.gradient = Matrix.zeros(readOut.outputs, readOut.hidden);
        }
    }
}
