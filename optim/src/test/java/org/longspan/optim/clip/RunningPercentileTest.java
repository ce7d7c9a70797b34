package org.longspan.optim.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.random.RandomStream;

class RunningPercentileTest {

    /** numpy.percentile([3, 1, 4, 1, 5][:n], 30) for n = 1..5, by hand: positions 0, 0.3, 0.6, 0.9, 1.2. */
    @Test
    void numbersThatCanBeCheckedByHand() {
        RunningPercentile percentile = new RunningPercentile(30);
        double[] row = new double[5];
        double[] sizes = new double[RunningPercentile.SIZES];
        double[] expected = {3, 1.6, 2.2, 1, 1.4};
        double[] numbers = {3, 1, 4, 1, 5};
        for (int n = 0; n < 5; n++) {
            assertThat(percentile.add(numbers[n], row, sizes)).isEqualTo(expected[n]);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 10, 25, 33.3, 50, 77.7, 99, 99.99999999999999, 100})
    void itIsThePercentileOfTheSortedNumbersAtEveryOne(double p) {
        RunningPercentile percentile = new RunningPercentile(p);
        RandomStream random = new RandomStream(7);
        double[] numbers = new double[1000];
        double[] row = new double[1000];
        double[] sizes = new double[RunningPercentile.SIZES];
        for (int n = 1; n <= 1000; n++) {
            numbers[n - 1] = n % 5 == 0 ? random.nextInt(10) : random.uniform(0, 10) + n * 1e-3; // some stand twice
            double[] sorted = Arrays.copyOf(numbers, n);
            Arrays.sort(sorted);
            double rank = (n - 1) * p / 100;
            int l = (int) rank;
            double high = sorted[Math.min(l + 1, n - 1)];
            assertThat(percentile.add(numbers[n - 1], row, sizes))
                    .as("of %d", n)
                    .isEqualTo(sorted[l] + (rank - l) * (high - sorted[l]));
        }
    }

    @Test
    void theRowHoldsAllNumbersAndNoMore() {
        RunningPercentile percentile = new RunningPercentile(50);
        double[] row = new double[3];
        double[] sizes = new double[RunningPercentile.SIZES];
        percentile.add(2, row, sizes);
        percentile.add(1, row, sizes);
        percentile.add(3, row, sizes);
        assertThat(row).containsExactlyInAnyOrder(1, 2, 3);
        assertThatThrownBy(() -> percentile.add(4, row, sizes))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("4 numbers", "3 updates");
    }
}
