package org.longspan.optim.secondorder;

import org.longspan.numerics.oracle.Curvature;

/**
 * The damping λ, adapted by the reduction ratio ρ = Δf / Δmodel:
 *
 * <pre>ρ &lt; ¼ or not a number: λ ← 3/2 λ;   ρ &gt; ¾: λ ← 2/3 λ</pre>
 *
 * and with it the structural damping λμ of hidden states. Since 3/2 · 2/3 = 1, every λ is λ₀ (3/2)^k: a rung of a
 * ladder that is made once, which ends at |k| = 60, 3.6·10¹⁰ times above and below λ₀.
 *
 * <p>Source: Martens 2010, section 4.1, after Levenberg 1944 and Marquardt 1963; Martens and Sutskever 2011 for μ.
 */
final class LevenbergMarquardt {

    private static final int REACH = 60;
    private static final double GROWTH = 1.5;
    private static final double POOR = 0.25;
    private static final double GOOD = 0.75;

    private final double[] lambdas = new double[2 * REACH + 1];
    private final Curvature[] matrices = new Curvature[2 * REACH + 1];

    /**
     * Creates the ladder.
     *
     * @param first λ₀ from 0 on; 0 stays 0
     * @param structural μ from 0 on, the share of λ by which changes of hidden states are damped
     * @param divergence how those are measured
     */
    LevenbergMarquardt(double first, double structural, Curvature.Divergence divergence) {
        double up = first;
        double down = first;
        for (int k = 0; k <= REACH; k++) {
            lambdas[REACH + k] = up;
            lambdas[REACH - k] = down;
            up *= GROWTH;
            down /= GROWTH;
        }
        for (int i = 0; i < lambdas.length; i++) {
            matrices[i] = new Curvature.GaussNewton(lambdas[i] * structural, divergence);
        }
    }

    /** Returns λ at rung {@code k}; the first step is on rung 0. */
    double lambda(int k) {
        return lambdas[REACH + k];
    }

    /** Returns the Gauss-Newton matrix with the structural damping λμ of rung {@code k}. */
    Curvature matrix(int k) {
        return matrices[REACH + k];
    }

    /** Returns the rung after {@code k}, given the reduction ratio of the step made there. */
    static int next(int k, double ratio) {
        if (ratio > GOOD) {
            return Math.max(k - 1, -REACH);
        }
        return ratio >= POOR ? k : Math.min(k + 1, REACH);
    }
}
