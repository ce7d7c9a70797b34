package org.longspan.model.cell;

import java.util.Arrays;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;
import org.longspan.numerics.Parameters;

/**
 * The weights of an {@link LruCell} as its run uses them, and their gradients. The gains g = exp(γ) are multiplied into
 * the input weights, B ∘ g, so no step needs them; γ's gradient follows from that of B ∘ g.
 */
final class LruWeights {

    final Eigenvalues eigenvalues;
    final Panels inputForward; // B ∘ g (I, 2S)
    final Panels inputBackward; // (B ∘ g)ᵀ (2S, I)
    final Panels inputDot; // tangent of B ∘ g (I, 2S)
    final Panels outputForward; // [C; D] (2S+I, H)
    final Panels outputBackward; // Cᵀ (H, 2S)
    final Panels outputDot; // tangent of [C; D] (2S+I, H)
    final Panels directBackward; // Dᵀ (H, I)
    final String input;
    final String nu;
    final String phi;
    final String gamma;
    final String output;
    final String direct;
    final String bias;
    final Matrix gained; // B ∘ g (I, 2S)
    final Matrix gainedDot; // its tangent

    private final Kernels kernels;
    private final Matrix gainedGradient;
    private final double[] lambdaGradient; // (2S)

    LruWeights(Unrolling unrolling, LruCell cell) {
        String prefix = unrolling.prefix();
        int inputs = cell.inputs();
        int outputs = cell.outputs();
        int width = 2 * cell.states();
        this.kernels = unrolling.kernels();
        this.input = prefix + "input";
        this.nu = prefix + "nu";
        this.phi = prefix + "phi";
        this.gamma = prefix + "gamma";
        this.output = prefix + "output";
        this.direct = prefix + "direct";
        this.bias = prefix + "bias";
        this.eigenvalues = new Eigenvalues(cell.states(), kernels);
        this.gained = Matrix.zeros(inputs, width);
        this.gainedDot = Matrix.zeros(inputs, width);
        this.gainedGradient = Matrix.zeros(inputs, width);
        this.lambdaGradient = new double[width];
        this.inputForward = kernels.products().newPanels(inputs, width);
        this.inputBackward = kernels.products().newPanels(width, inputs);
        this.inputDot = kernels.products().newPanels(inputs, width);
        this.outputForward = kernels.products().newPanels(width + inputs, outputs);
        this.outputBackward = kernels.products().newPanels(outputs, width);
        this.outputDot = kernels.products().newPanels(width + inputs, outputs);
        this.directBackward = kernels.products().newPanels(outputs, inputs);
    }

    /** Returns how many floats an instance holds, a double counted as two; panels may repeat a few columns more. */
    static long size(LruCell cell) {
        long inputs = cell.inputs();
        long width = 2L * cell.states();
        long packed = 3 * inputs * width + 3 * (width + inputs) * cell.outputs();
        return packed + 3 * inputs * width + 2 * width + Eigenvalues.size(cell.states());
    }

    /** Derives λ and g, and packs B ∘ g, C and D for both directions. */
    void prepare(Parameters theta) {
        eigenvalues.forward(theta.block(nu), theta.block(phi), theta.block(gamma));
        Matrix b = theta.block(input);
        for (int i = 0; i < b.rows(); i++) {
            for (int j = 0; j < b.columns(); j++) {
                gained.set(i, j, b.get(i, j) * eigenvalues.gains.get(0, j));
            }
        }
        kernels.elementwise().flush(gained);
        inputForward.pack(gained);
        inputBackward.packTransposed(gained);
        outputForward.pack(theta.blocks(output, direct));
        outputBackward.packTransposed(theta.block(output));
        directBackward.packTransposed(theta.block(direct));
    }

    /** Returns b, or its tangent. */
    Matrix bias(Parameters theta) {
        return theta.block(bias);
    }

    /** Begins to sum up a gradient. */
    void begin() {
        gainedGradient.fill(0f);
        Arrays.fill(lambdaGradient, 0);
    }

    /** Adds the gradients of C, D and b over some rows, and keeps those of λ and B ∘ g for {@link #end}. */
    void accumulate(LruRows rows, Parameters gradient) {
        kernels.products().addTransposedProduct(rows.x(), rows.ds(), gainedGradient);
        kernels.products().addTransposedProduct(rows.arguments(), rows.dz(), gradient.blocks(output, bias));
        for (int row = 0; row < rows.sBefore().rows(); row++) {
            addLambdaGradient(rows.sBefore(), rows.dsAfter(), row);
        }
    }

    /** Adds a row to the gradient of λ. */
    void addLambdaGradient(Matrix sBefore, Matrix dsAfter, int row) {
        addLambdaGradient(sBefore, dsAfter, row, lambdaGradient);
    }

    /** s(t) = λ ∘ s(t-1) + u(t): ∂L/∂λ (2S) += the conjugate of s(t-1) times ∂L/∂s(t). */
    static void addLambdaGradient(Matrix sBefore, Matrix dsAfter, int row, double[] sum) {
        int states = sum.length / 2;
        for (int j = 0; j < states; j++) {
            double re = sBefore.get(row, j);
            double im = sBefore.get(row, j + states);
            double dRe = dsAfter.get(row, j);
            double dIm = dsAfter.get(row, j + states);
            sum[j] += re * dRe + im * dIm;
            sum[j + states] += re * dIm - im * dRe;
        }
    }

    /**
     * Ends what {@link #begin} began: backward of {@link #prepare}, which <b>adds</b> the gradients of ν, φ, γ and B.
     */
    void end(Parameters gradient) {
        kernels.elementwise().flush(gainedGradient);
        eigenvalues.backward(lambdaGradient, gradient.block(nu), gradient.block(phi));
        Matrix db = gradient.block(input);
        Matrix dGamma = gradient.block(gamma);
        for (int j = 0; j < db.columns(); j++) {
            float gain = eigenvalues.gains.get(0, j);
            double sum = 0;
            for (int i = 0; i < db.rows(); i++) {
                db.set(i, j, Math.fma(gain, gainedGradient.get(i, j), db.get(i, j)));
                sum += (double) gained.get(i, j) * gainedGradient.get(i, j);
            }
            int state = j % dGamma.columns();
            dGamma.set(0, state, dGamma.get(0, state) + (float) sum);
        }
    }

    /** Tangent of {@link #prepare}: (B ∘ g)˙ = Ḃ ∘ g + (B ∘ g) ∘ γ̇. */
    void tangent(Parameters thetaDot) {
        eigenvalues.tangent(thetaDot.block(nu), thetaDot.block(phi));
        Matrix bDot = thetaDot.block(input);
        Matrix gammaDot = thetaDot.block(gamma);
        for (int i = 0; i < bDot.rows(); i++) {
            for (int j = 0; j < bDot.columns(); j++) {
                float fromGain = gained.get(i, j) * gammaDot.get(0, j % gammaDot.columns());
                gainedDot.set(i, j, Math.fma(bDot.get(i, j), eigenvalues.gains.get(0, j), fromGain));
            }
        }
        kernels.elementwise().flush(gainedDot);
        inputDot.pack(gainedDot);
        outputDot.pack(thetaDot.blocks(output, direct));
    }
}
