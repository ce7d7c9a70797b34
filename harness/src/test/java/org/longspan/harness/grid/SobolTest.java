package org.longspan.harness.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SobolTest {

    @Test
    void coordinatesAreThoseOfAnotherImplementation() {
        SobolSequenceGenerator other = new SobolSequenceGenerator(Sobol.DIMENSIONS);
        for (int n = 0; n < 256; n++) {
            double[] expected = other.nextVector(); // in the order of Gray's code
            for (int d = 0; d < Sobol.DIMENSIONS; d++) {
                double digits = Integer.toUnsignedLong(Sobol.digits(d, n ^ n >>> 1)) * 0x1p-32;
                assertThat(digits).as("point %d, dimension %d", n, d).isEqualTo(expected[d]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8, 16})
    void everyPrefixOfPowerTwoVisitsEachIntervalOnce(int points) {
        for (int d = 0; d < Sobol.DIMENSIONS; d++) {
            int dimension = d;
            assertThat(IntStream.range(0, points).map(i ->
                            (int) (Integer.toUnsignedLong(Sobol.digits(dimension, i)) * points >>> 32)))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, points).boxed().toList());
        }
    }
}
