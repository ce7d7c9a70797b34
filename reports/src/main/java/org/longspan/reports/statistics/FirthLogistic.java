package org.longspan.reports.statistics;

import java.util.function.Function;

/**
 * Logistic regression on one covariate, with Firth's penalty. Of n_i runs at x_i, k_i solved; with
 * p_i = 1/(1 + exp(-(α + β x_i))), w_i = n_i p_i (1-p_i) and the information I = Σ w_i (1, x_i)(1, x_i)ᵀ, it
 * maximizes
 *
 * <pre>
 *   l*(α, β) = Σ k_i log p_i + (n_i - k_i) log(1-p_i) + ½ log det I
 *   whose gradient is  Σ (k_i - n_i p_i + h_i (½ - p_i)) (1, x_i),   h_i = w_i (1, x_i) I⁻¹ (1, x_i)ᵀ
 * </pre>
 *
 * <p>Firth 1993, Bias reduction of maximum likelihood estimates, Biometrika 80: the penalty takes the bias of order
 * 1/n out of the estimate. It has a maximum where the data separate too, unlike the likelihood (Heinze and Schemper
 * 2002, A solution to the problem of separation in logistic regression, Statistics in Medicine 21, whose fitting with
 * the score, the information and halved steps this is).
 */
final class FirthLogistic {

    private static final int STEPS = 500;
    private static final int HALVINGS = 40;
    private static final double LONGEST = 5;
    private static final double CLOSE = 1e-10;
    private static final double ROUNDING = 1e-12;

    private final double[] x;
    private final int[] solved;
    private final int[] runs;

    /**
     * Creates the regression.
     *
     * @param x covariate, of unit size, with at least two values
     * @param solved runs that solved at each
     * @param runs all runs at each, positive
     */
    FirthLogistic(double[] x, int[] solved, int[] runs) {
        this.x = x;
        this.solved = solved;
        this.runs = runs;
    }

    /**
     * A maximum.
     *
     * @param alpha intercept
     * @param beta slope
     * @param value l* there
     */
    record Peak(double alpha, double beta, double value) {}

    /** Returns the maximum over all (α, β). */
    Peak peak() {
        return climb(at -> new double[] {
            (at.info11 * at.score0 - at.info01 * at.score1) / at.determinant,
            (at.info00 * at.score1 - at.info01 * at.score0) / at.determinant
        });
    }

    /** Returns the maximum over (α, β) = r (a, b) for all r: over all curves that cross one half at x = -a/b. */
    Peak peakAlong(double a, double b) {
        return climb(at -> {
            double r =
                    (a * at.score0 + b * at.score1) / (a * a * at.info00 + 2 * a * b * at.info01 + b * b * at.info11);
            return new double[] {r * a, r * b};
        });
    }

    private Peak climb(Function<Point, double[]> scoring) {
        Point at = new Point(0, 0);
        for (int step = 0; step < STEPS; step++) {
            double[] move = scoring.apply(at);
            double longest = LONGEST / Math.max(Math.abs(move[0]), Math.abs(move[1]));
            double part = Math.min(1, longest);
            Point next = at.moved(move, part);
            for (int half = 0; half < HALVINGS && !next.notBelow(at); half++) {
                part /= 2;
                next = at.moved(move, part);
            }
            // The information is not the curvature of l*, so a step may be twice too long: a secant step mends it.
            double fall = at.slope(move) - next.slope(move);
            if (fall > 0) {
                Point secant = at.moved(move, Math.min(part * at.slope(move) / fall, longest));
                next = secant.notBelow(next) ? secant : next;
            }
            boolean close = next.distance(at) < CLOSE * (1 + Math.abs(at.alpha) + Math.abs(at.beta));
            at = next.notBelow(at) ? next : at;
            if (close) {
                break;
            }
        }
        return new Peak(at.alpha, at.beta, at.value);
    }

    /** l*, its gradient and the information at one (α, β). */
    private final class Point {

        final double alpha;
        final double beta;
        final double value;
        final double determinant;
        double score0;
        double score1;
        double info00;
        double info01;
        double info11;

        Point(double alpha, double beta) {
            this.alpha = alpha;
            this.beta = beta;
            double[] p = new double[x.length];
            double[] w = new double[x.length];
            double likelihood = 0;
            for (int i = 0; i < x.length; i++) {
                double logit = alpha + beta * x[i];
                double tail = StrictMath.exp(-Math.abs(logit));
                p[i] = logit < 0 ? tail / (1 + tail) : 1 / (1 + tail);
                w[i] = runs[i] * tail / ((1 + tail) * (1 + tail));
                // log p = min(logit, 0) - log(1 + tail), log(1-p) = -max(logit, 0) - log(1 + tail)
                likelihood += solved[i] * Math.min(logit, 0)
                        - (runs[i] - solved[i]) * Math.max(logit, 0)
                        - runs[i] * StrictMath.log1p(tail);
                info00 += w[i];
                info01 += w[i] * x[i];
                info11 += w[i] * x[i] * x[i];
            }
            double[] spread = new double[x.length]; // Σ_j w_j (x_j - x_i)² = det I · (1, x_i) I⁻¹ (1, x_i)ᵀ
            double pairs = 0;
            for (int i = 0; i < x.length; i++) {
                for (int j = 0; j < x.length; j++) {
                    spread[i] += w[j] * (x[j] - x[i]) * (x[j] - x[i]);
                }
                pairs += w[i] * spread[i] / 2;
            }
            determinant = pairs; // in this form it does not cancel
            value = likelihood + StrictMath.log(determinant) / 2;
            for (int i = 0; i < x.length; i++) {
                double residual = solved[i] - runs[i] * p[i] + w[i] * spread[i] / determinant * (0.5 - p[i]);
                score0 += residual;
                score1 += residual * x[i];
            }
        }

        /** Whether l* is as large as there, up to rounding. */
        boolean notBelow(Point other) {
            return value >= other.value - ROUNDING;
        }

        /** The slope of l* along a move. */
        double slope(double[] move) {
            return score0 * move[0] + score1 * move[1];
        }

        double distance(Point other) {
            return Math.max(Math.abs(alpha - other.alpha), Math.abs(beta - other.beta));
        }

        Point moved(double[] move, double part) {
            return new Point(alpha + part * move[0], beta + part * move[1]);
        }
    }
}
