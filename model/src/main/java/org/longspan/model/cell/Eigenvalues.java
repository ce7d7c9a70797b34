package org.longspan.model.cell;

import org.longspan.numerics.FloatMath;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;

/**
 * The eigenvalues of a linear recurrence and its gains, from their logarithms, and their derivatives:
 *
 * <pre>
 * λ = exp(-exp(ν) + i exp(φ)),           g = exp(γ)
 * λ̇ = λ ∘ (-exp(ν) ν̇ + i exp(φ) φ̇),   ġ = g ∘ γ̇
 * </pre>
 *
 * so |λ| < 1 at every θ. All but the sine and the cosine is computed in {@code double}, once for every θ, then rounded.
 * Complex rows (1, 2S) hold S real parts, then S imaginary ones.
 */
final class Eigenvalues {

    final Matrix lambda; // (1, 2S)
    final Matrix conjugate; // (1, 2S)
    final Matrix lambdaDot; // (1, 2S)
    final Matrix gains; // (1, 2S), g twice

    private final Kernels kernels;
    private final int states;
    private final double[] byNu; // (2S), ∂ Re λ/∂ν, then ∂ Im λ/∂ν
    private final double[] byPhi; // (2S)

    Eigenvalues(int states, Kernels kernels) {
        this.kernels = kernels;
        this.states = states;
        this.lambda = Matrix.zeros(1, 2 * states);
        this.conjugate = Matrix.zeros(1, 2 * states);
        this.lambdaDot = Matrix.zeros(1, 2 * states);
        this.gains = Matrix.zeros(1, 2 * states);
        this.byNu = new double[2 * states];
        this.byPhi = new double[2 * states];
    }

    /** Returns how many floats an instance holds, a double counted as two. */
    static long size(int states) {
        return 16L * states;
    }

    /** Computes λ, its conjugate and g from ν, φ and γ, each (1, S). */
    void forward(Matrix nu, Matrix phi, Matrix gamma) {
        for (int j = 0; j < states; j++) {
            double decay = StrictMath.exp(nu.get(0, j));
            double angle = StrictMath.exp(phi.get(0, j));
            double cos = FloatMath.cos((float) angle); // StrictMath's versions allocate
            double sin = FloatMath.sin((float) angle);
            double modulus = StrictMath.exp(-decay);
            set(lambda, j, modulus * cos, modulus * sin);
            set(conjugate, j, modulus * cos, -modulus * sin);
            double byDecay = -StrictMath.exp(nu.get(0, j) - decay); // -exp(ν) |λ|, which would be ∞ · 0 for a great ν
            byNu[j] = byDecay * cos;
            byNu[j + states] = byDecay * sin;
            byPhi[j] = -angle * modulus * sin;
            byPhi[j + states] = angle * modulus * cos;
            double gain = StrictMath.exp(gamma.get(0, j));
            set(gains, j, gain, gain);
        }
        kernels.elementwise().flush(lambda);
        kernels.elementwise().flush(conjugate);
        kernels.elementwise().flush(gains);
    }

    /** Backward of λ in ν and φ: <b>adds</b> to their gradients, from that of λ (2S). */
    void backward(double[] dLambda, Matrix dNu, Matrix dPhi) {
        add(byNu, dLambda, dNu);
        add(byPhi, dLambda, dPhi);
    }

    /** Adds the real inner products of complex derivatives (2S) with dλ (2S), state by state. */
    static void add(double[] by, double[] dLambda, Matrix sum) {
        int states = sum.columns();
        for (int j = 0; j < states; j++) {
            double product = by[j] * dLambda[j] + by[j + states] * dLambda[j + states];
            sum.set(0, j, sum.get(0, j) + (float) product);
        }
    }

    /** Tangent of λ. */
    void tangent(Matrix nuDot, Matrix phiDot) {
        for (int j = 0; j < states; j++) {
            double nu = nuDot.get(0, j);
            double phi = phiDot.get(0, j);
            set(lambdaDot, j, byNu[j] * nu + byPhi[j] * phi, byNu[j + states] * nu + byPhi[j + states] * phi);
        }
        kernels.elementwise().flush(lambdaDot);
    }

    private void set(Matrix row, int j, double re, double im) {
        row.set(0, j, (float) re);
        row.set(0, j + states, (float) im);
    }
}
