package org.longspan.reports.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.longspan.numerics.random.RandomStream;

class PatternSumsTest {

    private static final double[][] GROUPS = {numbers(3), numbers(64), numbers(0), numbers(130), numbers(8)};

    private static double[] numbers(int length) {
        double[] numbers = new double[length];
        Arrays.setAll(numbers, i -> 0.01 * length + Math.sqrt(i) - 3);
        return numbers;
    }

    /** Pattern after pattern, and group after group, a draw of 64 bits for each 64 numbers or part of it. */
    @Test
    void patternsAreTheUppermostBitsOfTheStream() {
        PatternSums sums = new PatternSums(GROUPS);
        RandomStream stream = new RandomStream(5);
        RandomStream bits = new RandomStream(5);
        for (int pattern = 0; pattern < 200; pattern++) {
            sums.next(stream);
            for (int group = 0; group < GROUPS.length; group++) {
                double flipped = 0;
                int count = 0;
                for (int first = 0; first < GROUPS[group].length; first += 64) {
                    double[] held =
                            Arrays.copyOfRange(GROUPS[group], first, Math.min(first + 64, GROUPS[group].length));
                    long word = bits.nextLong() >>> 64 - held.length;
                    for (int i = 0; i < held.length; i++) {
                        flipped += (word >>> i & 1) * held[i];
                        count += (int) (word >>> i & 1);
                    }
                }
                assertThat(sums.flipped(group)).isCloseTo(flipped, within(1e-11));
                assertThat(sums.flippedCount(group)).isEqualTo(count);
            }
        }
    }

    @Test
    void totalsAreThoseOfTheGroups() {
        PatternSums sums = new PatternSums(GROUPS);
        for (int group = 0; group < GROUPS.length; group++) {
            assertThat(sums.total(group)).isEqualTo(Arrays.stream(GROUPS[group]).sum());
        }
    }
}
