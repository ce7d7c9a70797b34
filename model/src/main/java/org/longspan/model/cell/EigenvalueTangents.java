package org.longspan.model.cell;

import org.longspan.numerics.FloatMath;
import org.longspan.numerics.Matrix;

/**
 * The tangents of the derivatives of {@link Eigenvalues}, from the second ones:
 *
 * <pre>
 * ∂²λ/∂ν² = (exp(2ν) - exp(ν)) λ,   ∂²λ/∂ν∂φ = -i exp(ν + φ) λ,   ∂²λ/∂φ² = (i exp(φ) - exp(2φ)) λ
 * </pre>
 *
 * in {@code double}. Complex rows (2S) hold S real parts, then S imaginary ones.
 */
final class EigenvalueTangents {

    private final Eigenvalues eigenvalues;
    private final int states;
    private final double[] byNuDot; // (2S), tangent of ∂λ/∂ν
    private final double[] byPhiDot; // (2S), of ∂λ/∂φ

    EigenvalueTangents(Eigenvalues eigenvalues, int states) {
        this.eigenvalues = eigenvalues;
        this.states = states;
        this.byNuDot = new double[2 * states];
        this.byPhiDot = new double[2 * states];
    }

    /** Returns how many floats an instance holds, a double counted as two. */
    static long size(int states) {
        return 8L * states;
    }

    /** Takes a direction of ν and φ, each (1, S). */
    void tangent(Matrix nu, Matrix phi, Matrix nuDot, Matrix phiDot) {
        for (int j = 0; j < states; j++) {
            double decay = StrictMath.exp(nu.get(0, j));
            double angle = StrictMath.exp(phi.get(0, j));
            double cos = FloatMath.cos((float) angle); // StrictMath's versions allocate
            double sin = FloatMath.sin((float) angle);
            double modulus = StrictMath.exp(-decay);
            double once = StrictMath.exp(nu.get(0, j) - decay); // exp(ν) |λ|, which would be ∞ · 0 for a great ν
            double twice = StrictMath.exp(2 * nu.get(0, j) - decay);
            double nuNu = (twice - once) * nuDot.get(0, j); // factors of exp(i exp(φ))
            double nuPhi = -once * angle;
            double phiPhi = angle * modulus * phiDot.get(0, j);
            double imNu = nuPhi * phiDot.get(0, j);
            double rePhi = -angle * phiPhi;
            double imPhi = phiPhi + nuPhi * nuDot.get(0, j);
            byNuDot[j] = nuNu * cos - imNu * sin;
            byNuDot[j + states] = nuNu * sin + imNu * cos;
            byPhiDot[j] = rePhi * cos - imPhi * sin;
            byPhiDot[j + states] = rePhi * sin + imPhi * cos;
        }
    }

    /** Tangent of {@link Eigenvalues#backward}: <b>adds</b> to those of the gradients, from dλ and its tangent (2S). */
    void backward(double[] dLambda, double[] dLambdaDot, Matrix dNuDot, Matrix dPhiDot) {
        eigenvalues.backward(dLambdaDot, dNuDot, dPhiDot);
        Eigenvalues.add(byNuDot, dLambda, dNuDot);
        Eigenvalues.add(byPhiDot, dLambda, dPhiDot);
    }
}
