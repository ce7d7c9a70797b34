package org.longspan.model;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
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

    /** Transposes V into (O, H) for the way back. */
    public void prepare(Parameters theta, Matrix transposed, Kernels kernels) {
        kernels.transpose(theta.block(WEIGHT), transposed);
    }

    /** y = h V + b. */
    public void forward(Parameters theta, Matrix h, Matrix y, Kernels kernels) {
        kernels.setRows(theta.block(BIAS), y);
        kernels.addProduct(h, theta.block(WEIGHT), y);
    }

    /** ∂L/∂h += ∂L/∂y Vᵀ. */
    public void backward(Matrix transposed, Matrix dy, Matrix dh, Kernels kernels) {
        kernels.addProduct(dy, transposed, dh);
    }

    /** ∂L/∂V += hᵀ ∂L/∂y, ∂L/∂b += the column sums of ∂L/∂y. */
    public void accumulate(Matrix h, Matrix dy, Parameters gradient, Kernels kernels) {
        kernels.addTransposedProduct(h, dy, gradient.block(WEIGHT));
        kernels.addColumnSums(dy, gradient.block(BIAS));
    }

    /** ẏ = h V̇ + ḣ V + ḃ. */
    public void tangent(Parameters theta, Parameters thetaDot, Matrix h, Matrix hDot, Matrix yDot, Kernels kernels) {
        kernels.setRows(thetaDot.block(BIAS), yDot);
        kernels.addProduct(h, thetaDot.block(WEIGHT), yDot);
        kernels.addProduct(hDot, theta.block(WEIGHT), yDot);
    }
}
