package org.longspan.reports.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Performance profiles: with t(s, p) the cost of method s on problem p and r(s, p) = t(s, p) / min over s' of t(s', p),
 *
 * <pre>  ρ_s(τ) = share of the problems on which r(s, p) ≤ τ</pre>
 *
 * Where a method does not solve a problem its cost and its ratio are infinite; a problem that no method solves stays in
 * the denominator of all.
 *
 * <p>Dolan and Moré 2002, Benchmarking optimization software with performance profiles, Mathematical Programming 91.
 * A curve depends on which other methods were run: only the best at each τ can be read off, not a ranking of the others
 * (Gould and Scott 2016, A note on performance profiles for benchmarking software, ACM Transactions on Mathematical
 * Software 43). Score: the mean of ρ_s over 1 ≤ τ ≤ {@value #REACH}, as of Dahl et al. 2023, Benchmarking neural network
 * training algorithms, arXiv:2306.07179.
 *
 * @param curves ρ of each method, against τ
 */
public record PerformanceProfile(List<StepFunction> curves) {

    /** The largest ratio that counts for the score. */
    public static final double REACH = 4;

    public PerformanceProfile {
        curves = List.copyOf(curves);
    }

    /**
     * Returns the profiles.
     *
     * @param costs of [method][problem], positive, in any one unit, infinite where the method did not solve the problem
     */
    public static PerformanceProfile of(double[][] costs) {
        int problems = costs.length == 0 ? 0 : costs[0].length;
        double[] best = new double[problems];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        for (double[] method : costs) {
            if (method.length != problems) {
                throw new IllegalArgumentException(
                        "a method has costs on " + method.length + " problems, the first on " + problems);
            }
            for (int p = 0; p < problems; p++) {
                if (!(method[p] > 0)) {
                    throw new IllegalArgumentException(
                            "problem " + p + ": cost " + method[p] + ", expected one over 0, or infinity");
                }
                best[p] = Math.min(best[p], method[p]);
            }
        }
        List<StepFunction> curves = new ArrayList<>();
        for (double[] method : costs) {
            curves.add(StepFunction.of(ratios(method, best)));
        }
        return new PerformanceProfile(curves);
    }

    private static double[] ratios(double[] costs, double[] best) {
        double[] ratios = new double[costs.length];
        for (int p = 0; p < costs.length; p++) {
            ratios[p] = Double.isInfinite(costs[p]) ? costs[p] : costs[p] / best[p];
        }
        return ratios;
    }

    /** Returns the score of a method, in [0, 1]. */
    public double score(int method) {
        return curves.get(method).area(1, REACH) / (REACH - 1);
    }
}
