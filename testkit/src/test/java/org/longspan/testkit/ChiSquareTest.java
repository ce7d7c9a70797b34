package org.longspan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChiSquareTest {

    /** Tails: X² = 4 of one degree of freedom 0.0455, as N(0, 1) beyond 1.69; X² = 10 of ten 0.4405, as beyond 0.15. */
    @Test
    void theDeviateHasTheTailOfTheTables() {
        assertThat(ChiSquare.deviate(new long[] {60, 40})).isCloseTo(1.69, within(0.05));
        long[] tenDegrees = {110, 110, 110, 110, 110, 90, 90, 90, 90, 90, 100}; // X² = 10 · 100 / 100
        assertThat(ChiSquare.deviate(tenDegrees)).isCloseTo(0.15, within(0.01));
    }

    @Test
    void aSkewIsFarOutAndSoAreCountsTooEven() {
        assertThat(ChiSquare.deviate(new long[] {1200, 1000, 1000, 1000})).isGreaterThan(4);
        assertThat(ChiSquare.deviate(new long[] {10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10}))
                .isLessThan(-4);
    }
}
