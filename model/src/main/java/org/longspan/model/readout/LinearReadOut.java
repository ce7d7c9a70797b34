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

    /** Opens a run and allocates all its buffers. */
    public Run open(Kernels kernels) {
        return new Run(this, kernels);
    }

    /** The read-out at one θ. No pass allocates. */
    public static final class Run {

        private final Kernels kernels;
        private final Panels forward; // V (H, O)
        private final Panels backward; // Vᵀ (O, H)
        private final Panels forwardDot; // tangent of V (H, O)
        private final Panels backwardDot; // tangent of Vᵀ (O, H)
        private final Matrix bias; // b (1, O)
        private final Matrix transposedGradient; // ∂L/∂Vᵀ (O, H), because O is often narrower than a vector

        private Run(LinearReadOut readOut, Kernels kernels) {
            this.kernels = kernels;
            this.forward = kernels.products().newPanels(readOut.hidden, readOut.outputs);
            this.backward = kernels.products().newPanels(readOut.outputs, readOut.hidden);
            this.forwardDot = kernels.products().newPanels(readOut.hidden, readOut.outputs);
            this.backwardDot = kernels.products().newPanels(readOut.outputs, readOut.hidden);
            this.bias = Matrix.withRoom(1, readOut.outputs);
            this.transposedGradient = Matrix.zeros(readOut.outputs, readOut.hidden);
        }

        /** Packs V for both directions, and copies b. */
        public void prepare(Parameters theta) {
            bias.copyFrom(theta.block(BIAS));
            forward.pack(theta.block(WEIGHT));
            backward.packTransposed(theta.block(WEIGHT));
        }

        /** y = h V + b, of a step or of several. */
        public void forward(Matrix h, Matrix y) {
            kernels.products().setProduct(bias, h, forward, y);
        }

        /** ∂L/∂h += ∂L/∂y Vᵀ. */
        public void backward(Matrix dy, Matrix dh) {
            kernels.products().addProduct(dy, backward, dh);
        }

        /** Takes up the gradient of V so far, before the first {@link #accumulate}. */
        public void beginToAccumulate(Parameters gradient) {
            transpose(gradient.block(WEIGHT), transposedGradient);
        }

        /** ∂L/∂Vᵀ += ∂L/∂yᵀ h, ∂L/∂b += the column sums of ∂L/∂y. */
        public void accumulate(Matrix h, Matrix dy, Parameters gradient) {
            kernels.products().addTransposedProduct(dy, h, transposedGradient);
            kernels.products().addColumnSums(dy, gradient.block(BIAS));
        }

        /** Writes the gradient of V back, after the last {@link #accumulate}. */
        public void endToAccumulate(Parameters gradient) {
            transpose(transposedGradient, gradient.block(WEIGHT));
        }

        private static void transpose(Matrix from, Matrix to) {
            for (int i = 0; i < from.rows(); i++) {
                for (int j = 0; j < from.columns(); j++) {
                    to.set(j, i, from.get(i, j));
                }
            }
        }

        /** Packs the tangent of V. */
        public void prepareTangent(Parameters thetaDot) {
            forwardDot.pack(thetaDot.block(WEIGHT));
        }

        /** ẏ = h V̇ + ḣ V + ḃ. */
        public void tangent(Parameters thetaDot, Matrix h, Matrix hDot, Matrix yDot) {
            kernels.products().setProduct(thetaDot.block(BIAS), h, forwardDot, yDot);
            addTangent(hDot, yDot);
        }

        /** ẏ += ḣ V, the whole tangent where V and b do not move. */
        public void addTangent(Matrix hDot, Matrix yDot) {
            kernels.products().addProduct(hDot, forward, yDot);
        }

        /** Packs the tangent of V for {@link #backwardTangent}. */
        public void prepareBackwardTangent(Parameters thetaDot) {
            backwardDot.packTransposed(thetaDot.block(WEIGHT));
        }

        /** Tangent of {@link #backward}: {@code dhDot} += dẏ Vᵀ + dy V̇ᵀ, where dẏ is the tangent of dy = ∂L/∂y. */
        public void backwardTangent(Matrix dy, Matrix dyDot, Matrix dhDot) {
            kernels.products().addProduct(dyDot, backward, dhDot);
            kernels.products().addProduct(dy, backwardDot, dhDot);
        }

        /** Tangent of {@link #accumulate} in h: adds dyᵀ ḣ. Its tangent in dy is {@link #accumulate} of dẏ. */
        public void accumulateFromTangent(Matrix hDot, Matrix dy) {
            kernels.products().addTransposedProduct(dy, hDot, transposedGradient);
        }
    }
}
