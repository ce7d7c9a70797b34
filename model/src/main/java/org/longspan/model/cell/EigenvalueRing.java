package org.longspan.model.cell;

import org.longspan.numerics.Matrix;
import org.longspan.numerics.random.RandomStream;

/**
 * Draws eigenvalues uniformly on a ring around 0 in the complex plane, and gains with which a state is as large as its
 * input if that is white noise:
 *
 * <pre>
 * exp(ν) = -½ ln(u₁ (greatest² - least²) + least²),   exp(φ) = 2π u₂,   u₁, u₂ ~ U(0, 1)
 * exp(γ) = √(1 - |λ|²),   |λ| = exp(-exp(ν))
 * </pre>
 *
 * <p>A. Orvieto et al. (2023), Resurrecting recurrent neural networks for long sequences, ICML. Uniform on the ring: it
 * is |λ|², not |λ|, that is uniform.
 *
 * @param least radius, from 0
 * @param greatest radius, more than {@code least}, up to 1
 */
public record EigenvalueRing(double least, double greatest) {

    private static final double SMALLEST = 0x1p-53;

    public EigenvalueRing {
        if (!(least >= 0 && least < greatest && greatest <= 1)) {
            throw new IllegalArgumentException("eigenvalues on a ring from r-min " + least + " to r-max " + greatest
                    + ", expected 0 ≤ r-min < r-max ≤ 1");
        }
    }

    /** Writes ν, φ and γ, each (1, S). */
    void draw(Matrix nu, Matrix phi, Matrix gamma, RandomStream stream) {
        for (int j = 0; j < nu.columns(); j++) {
            double square = uniform(stream) * (greatest * greatest - least * least) + least * least;
            double decay = -StrictMath.log(square) / 2;
            nu.set(0, j, (float) StrictMath.log(decay));
            phi.set(0, j, (float) StrictMath.log(2 * Math.PI * uniform(stream)));
            gamma.set(0, j, (float) (StrictMath.log(-StrictMath.expm1(-2 * decay)) / 2));
        }
    }

    /** Returns a number strictly between 0 and 1, so that the logarithms above are finite. */
    private static double uniform(RandomStream stream) {
        return Math.max(stream.uniform(0, 1), SMALLEST);
    }
}
