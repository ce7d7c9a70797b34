package org.longspan.model.cell;

import java.util.Arrays;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;
import org.longspan.numerics.Parameters;

/** The tangents of {@link LruWeights} as the backward pass uses them, and of their gradients. */
final class LruWeightTangents {

    final Panels inputBackward; // tangent of (B ∘ g)ᵀ (2S, I)
    final Panels outputBackward; // of Cᵀ (H, 2S)
    final Panels directBackward; // of Dᵀ (H, I)
    final Matrix conjugate; // (1, 2S), of the conjugate of λ

    private final LruWeights weights;
    private final Kernels kernels;
    private final EigenvalueTangents eigenvalues;
    private final Matrix gammaDot; // (1, S)
    private final Matrix gainedGradient; // of B ∘ g (I, 2S)
    private final Matrix gainedGradientDot; // its tangent
    private final double[] lambdaGradient; // (2S)
    private final double[] lambdaGradientDot; // (2S)

    LruWeightTangents(LruWeights weights, LruCell cell, Kernels kernels) {
        int width = 2 * cell.states();
        this.weights = weights;
        this.kernels = kernels;
        this.eigenvalues = new EigenvalueTangents(weights.eigenvalues, cell.states());
        this.conjugate = Matrix.zeros(1, width);
        this.gammaDot = Matrix.zeros(1, cell.states());
        this.gainedGradient = Matrix.zeros(cell.inputs(), width);
        this.gainedGradientDot = Matrix.zeros(cell.inputs(), width);
        this.lambdaGradient = new double[width];
        this.lambdaGradientDot = new double[width];
        this.inputBackward = kernels.products().newPanels(width, cell.inputs());
        this.outputBackward = kernels.products().newPanels(cell.outputs(), width);
        this.directBackward = kernels.products().newPanels(cell.outputs(), cell.inputs());
    }

    /** Returns how many floats an instance holds, a double counted as two; panels may repeat a few columns more. */
    static long size(LruCell cell) {
        long inputs = cell.inputs();
        long width = 2L * cell.states();
        long packed = inputs * width + (width + inputs) * cell.outputs();
        return packed + 2 * inputs * width + 5 * width + cell.states() + EigenvalueTangents.size(cell.states());
    }

    /** Takes a direction, of which {@link LruWeights#tangent} has been told before. */
    void tangent(Parameters theta, Parameters thetaDot) {
        int states = gammaDot.columns();
        Matrix lambdaDot = weights.eigenvalues.lambdaDot;
        for (int j = 0; j < states; j++) {
            conjugate.set(0, j, lambdaDot.get(0, j));
            conjugate.set(0, j + states, -lambdaDot.get(0, j + states));
        }
        eigenvalues.tangent(
                theta.block(weights.nu),
                theta.block(weights.phi),
                thetaDot.block(weights.nu),
                thetaDot.block(weights.phi));
        gammaDot.copyFrom(thetaDot.block(weights.gamma));
        inputBackward.packTransposed(weights.gainedDot);
        outputBackward.packTransposed(thetaDot.block(weights.output));
        directBackward.packTransposed(thetaDot.block(weights.direct));
    }

    /** Begins to sum up the tangent of a gradient. */
    void begin() {
        gainedGradient.fill(0f);
        gainedGradientDot.fill(0f);
        Arrays.fill(lambdaGradient, 0);
        Arrays.fill(lambdaGradientDot, 0);
    }

    /**
     * Tangent of {@link LruWeights#accumulate}.
     *
     * @param dots the tangents of {@code rows}, of which x may be null for zero and the arguments have no column of ones
     */
    void accumulate(LruRows rows, LruRows dots, Parameters product) {
        kernels.products().addTransposedProduct(rows.x(), rows.ds(), gainedGradient);
        kernels.products().addTransposedProduct(rows.x(), dots.ds(), gainedGradientDot);
        if (dots.x() != null) {
            kernels.products().addTransposedProduct(dots.x(), rows.ds(), gainedGradientDot);
        }
        kernels.products()
                .addTransposedProduct(rows.arguments(), dots.dz(), product.blocks(weights.output, weights.bias));
        kernels.products()
                .addTransposedProduct(dots.arguments(), rows.dz(), product.blocks(weights.output, weights.direct));
        addLambdaGradient(rows.sBefore(), dots.sBefore(), rows.dsAfter(), dots.dsAfter());
    }

    /** Tangent of {@link LruWeights#addLambdaGradient}, for all rows. */
    void addLambdaGradient(Matrix sBefore, Matrix sBeforeDot, Matrix dsAfter, Matrix dsAfterDot) {
        for (int row = 0; row < sBefore.rows(); row++) {
            LruWeights.addLambdaGradient(sBefore, dsAfter, row, lambdaGradient);
            LruWeights.addLambdaGradient(sBefore, dsAfterDot, row, lambdaGradientDot);
            LruWeights.addLambdaGradient(sBeforeDot, dsAfter, row, lambdaGradientDot);
        }
    }

    /** Tangent of {@link LruWeights#end}: <b>adds</b> those of the gradients of ν, φ, γ and B. */
    void end(Parameters product) {
        kernels.elementwise().flush(gainedGradient);
        kernels.elementwise().flush(gainedGradientDot);
        eigenvalues.backward(lambdaGradient, lambdaGradientDot, product.block(weights.nu), product.block(weights.phi));
        Matrix db = product.block(weights.input);
        Matrix dGamma = product.block(weights.gamma);
        for (int j = 0; j < db.columns(); j++) {
            int state = j % dGamma.columns();
            float gain = weights.eigenvalues.gains.get(0, j);
            float gainDot = gain * gammaDot.get(0, state);
            double sum = 0;
            for (int i = 0; i < db.rows(); i++) {
                float d = gainedGradient.get(i, j);
                float dDot = gainedGradientDot.get(i, j);
                db.set(i, j, db.get(i, j) + Math.fma(gain, dDot, gainDot * d));
                sum += (double) weights.gained.get(i, j) * dDot + (double) weights.gainedDot.get(i, j) * d;
            }
            dGamma.set(0, state, dGamma.get(0, state) + (float) sum);
        }
    }
}
