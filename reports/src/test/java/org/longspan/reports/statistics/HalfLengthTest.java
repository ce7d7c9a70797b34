package org.longspan.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.junit.jupiter.api.Test;

class HalfLengthTest {

    private static final int[] LENGTHS = {10, 20, 40, 80};

    @Test
    void fitIsTheMaximumOfTheLikelihood() {
        int[] solved = {9, 7, 4, 1};
        int[] runs = {10, 10, 10, 10};
        double[] best = maximum(solved, runs);
        double t50 = Math.pow(2, -best[0] / best[1]);
        assertThat(HalfLength.of(LENGTHS, solved, runs).length().orElseThrow()).isCloseTo(t50, within(1e-4 * t50));
    }

    private static double[] maximum(int[] solved, int[] runs) {
        MultivariateFunction likelihood = at -> {
            double sum = 0;
            for (int i = 0; i < LENGTHS.length; i++) {
                double score = at[0] + at[1] * Math.log(LENGTHS[i]) / Math.log(2);
                sum -= solved[i] * Math.log1p(Math.exp(-score)) + (runs[i] - solved[i]) * Math.log1p(Math.exp(score));
            }
            return sum;
        };
        return new SimplexOptimizer(1e-14, 1e-14)
                .optimize(
                        new MaxEval(100_000),
                        new ObjectiveFunction(likelihood),
                        GoalType.MAXIMIZE,
                        new InitialGuess(new double[] {1, -1}),
                        new NelderMeadSimplex(2, 0.5))
                .getPoint();
    }

    /** At either end of Fieller's interval the fitted score lies z standard errors from 0, by finite differences. */
    @Test
    void intervalEndsWhereTheScoreIsTwoStandardErrorsFromZero() {
        int[] solved = {19, 15, 6, 1};
        int[] runs = {20, 20, 20, 20};
        Interval interval = HalfLength.of(LENGTHS, solved, runs).interval().orElseThrow();
        double[] at = maximum(solved, runs);
        double[][] information = information(at, runs);
        for (double end : new double[] {interval.low(), interval.high()}) {
            double x = Math.log(end) / Math.log(2);
            double determinant = information[0][0] * information[1][1] - information[0][1] * information[0][1];
            double variance = (information[1][1] - 2 * x * information[0][1] + x * x * information[0][0]) / determinant;
            double z = (at[0] + at[1] * x) / Math.sqrt(variance);
            assertThat(Math.abs(z)).isCloseTo(1.959963984540054, within(1e-3));
        }
    }

    private static double[][] information(double[] at, int[] runs) {
        double[][] sum = new double[2][2];
        for (int i = 0; i < LENGTHS.length; i++) {
            double x = Math.log(LENGTHS[i]) / Math.log(2);
            double p = 1 / (1 + Math.exp(-at[0] - at[1] * x));
            double w = runs[i] * p * (1 - p);
            sum[0][0] += w;
            sum[0][1] += w * x;
            sum[1][1] += w * x * x;
        }
        return sum;
    }

    @Test
    void symmetricDataTurnInTheMiddle() {
        HalfLength half = HalfLength.of(new int[] {10, 20, 40}, new int[] {9, 5, 1}, new int[] {10, 10, 10});
        assertThat(half.length().orElseThrow()).isCloseTo(20, within(1e-9));
        Interval i = half.interval().orElseThrow();
        assertThat(i.low() * i.high()).isCloseTo(400, within(1e-6));
        assertThat(half.verdict()).startsWith("20 (95 %: ");
    }

    @Test
    void separatedDataAreNotFitted() {
        assertUndetermined(new int[] {2, 2, 0}, "between 20 and 40");
        assertUndetermined(new int[] {2, 1, 0}, "about 20, the one length with both kinds of run");
        assertUndetermined(new int[] {0, 0, 0}, "under 10: nothing was solved");
        assertUndetermined(new int[] {2, 2, 2}, "over 40: every run solved");
        assertUndetermined(new int[] {0, 1, 2}, "not determined: longer was not harder");
    }

    private static void assertUndetermined(int[] solved, String verdict) {
        HalfLength half = HalfLength.of(new int[] {10, 20, 40}, solved, new int[] {2, 2, 2});
        assertThat(half.length()).isEmpty();
        assertThat(half.interval()).isEmpty();
        assertThat(half.verdict()).isEqualTo(verdict);
    }

    @Test
    void twoLengthsAreTooFew() {
        HalfLength half = HalfLength.of(new int[] {10, 20}, new int[] {9, 1}, new int[] {10, 10});
        assertThat(half.length()).isEmpty();
        assertThat(half.verdict()).contains("2 lengths");
    }

    @Test
    void aWeakSlopeHasNoBoundedInterval() {
        HalfLength half = HalfLength.of(new int[] {10, 20, 40}, new int[] {2, 1, 1}, new int[] {3, 2, 3});
        assertThat(half.length()).isPresent();
        assertThat(half.interval()).isEmpty();
        assertThat(half.verdict()).contains("not bounded");
    }
}
