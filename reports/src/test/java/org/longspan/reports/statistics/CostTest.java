package org.longspan.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.junit.jupiter.api.Test;
import org.longspan.numerics.random.RandomStream;

class CostTest {

    /** R_1 is the inverse of the empirical distribution function. */
    @Test
    void medianWithoutCensoringIsTheInverseOfTheDistributionFunction() {
        RandomStream random = new RandomStream(0);
        for (int n = 1; n <= 30; n++) {
            long[] costs = new long[n];
            for (int i = 0; i < n; i++) {
                costs[i] = (long) random.uniform(1, 1e6);
            }
            double oracle = new Percentile(50)
                    .withEstimationType(EstimationType.R_1)
                    .evaluate(Arrays.stream(costs).asDoubleStream().toArray());
            assertThat(MedianCost.of(costs, n, 1_000_000)).isEqualTo(new MedianCost(true, oracle));
        }
    }

    @Test
    void medianCountsRunsThatDidNotSolveAsNever() {
        assertThat(MedianCost.of(new long[] {300, 100}, 4, 900)).isEqualTo(new MedianCost(true, 300));
        assertThat(MedianCost.of(new long[] {300, 100}, 5, 900)).isEqualTo(new MedianCost(false, 900));
        assertThat(MedianCost.of(new long[0], 1, 900)).isEqualTo(new MedianCost(false, 900));
    }

    @Test
    void medianNeverFallsWhenASolvedRunDivergesInstead() {
        double all = MedianCost.of(new long[] {10, 20, 30, 40}, 4, 99).value();
        double oneDiverged = MedianCost.of(new long[] {10, 20, 30}, 4, 99).value();
        double fastestDiverged = MedianCost.of(new long[] {20, 30, 40}, 4, 99).value();
        assertThat(oneDiverged).isGreaterThanOrEqualTo(all);
        assertThat(fastestDiverged).isGreaterThan(all);
    }

    /** Runs repeated until one solves: with chance 1/3 at 10, else 4 wasted, the mean is 10 + 2 · 4. */
    @Test
    void expectedCostIsThatOfRepeatingUntilSolved() {
        assertThat(ExpectedCost.of(10 + 4 + 4, 1)).hasValue(18);
        RandomStream random = new RandomStream(1);
        double total = 0;
        int repeats = 200_000;
        for (int i = 0; i < repeats; i++) {
            while (random.nextInt(3) != 0) {
                total += 4;
            }
            total += 10;
        }
        assertThat(total / repeats).isBetween(17.9, 18.1);
    }

    @Test
    void nothingSolvedHasNoExpectedCost() {
        assertThat(ExpectedCost.of(1_000, 0)).isEmpty();
    }
}
