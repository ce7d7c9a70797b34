package org.longspan.reports.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.longspan.numerics.random.RandomStream;

class SmallestFirstTest {

    @Test
    void ranksAndCountsAreThoseOfTheSortedNumbers() {
        RandomStream random = new RandomStream(3);
        for (int count : new int[] {1, 2, 7, 999, 5_000}) {
            double[] numbers = new double[count + 10];
            Arrays.setAll(numbers, i -> random.nextInt(50) == 0 ? Double.NEGATIVE_INFINITY : random.nextInt(400));
            double[] sorted = Arrays.copyOf(numbers, count);
            Arrays.sort(sorted);
            SmallestFirst smallest = new SmallestFirst(numbers, count);
            assertThat(smallest.size()).isEqualTo(count);
            for (int pass = 0; pass < 2; pass++) {
                for (double value : new double[] {Double.NEGATIVE_INFINITY, -1, 20, 57, 99.5, 100, 250, 400}) {
                    long expected =
                            Arrays.stream(sorted).filter(x -> x <= value).count();
                    assertThat(smallest.atMost(value)).isEqualTo((int) expected);
                }
                for (int rank = 0; rank < count; rank += 1 + count / 9) {
                    assertThat(smallest.at(rank)).isEqualTo(sorted[rank]);
                }
            }
        }
    }
}
