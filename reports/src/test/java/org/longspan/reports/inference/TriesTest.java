package org.longspan.reports.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.longspan.reports.statistics.Interval;

class TriesTest {

    private static final int[] FOUR = {4, 4, 4, 4, 4, 4, 4, 4};

    @Test
    void areTheShareTurnedOver() {
        int[] solved = {1, 2, 0, 1, 3, 1, 0, 2};
        Tries tries = Tries.of(solved, FOUR, 0.95);
        Interval share = ClusteredShare.of(solved, FOUR, 0.95).interval();
        assertThat(tries.value().orElseThrow()).isCloseTo(3.2, within(1e-12));
        assertThat(tries.interval().low()).isCloseTo(1 / share.high(), within(1e-12));
        assertThat(tries.interval().high()).isCloseTo(1 / share.low(), within(1e-12));
        assertThat(tries.words()).isEqualTo("3.2");
    }

    @Test
    void noneSolvedIsMoreThanAll() {
        Tries tries = Tries.of(new int[8], FOUR, 0.95);
        assertThat(tries.value()).isEmpty();
        assertThat(tries.words()).isEqualTo("more than 32");
        assertThat(tries.interval().low()).isBetween(1.0, 32.0);
        assertThat(tries.interval().high()).isInfinite();
    }

    @Test
    void allSolvedStillHasWidth() {
        Tries tries = Tries.of(FOUR, FOUR, 0.95);
        assertThat(tries.value()).hasValue(1);
        assertThat(tries.interval().low()).isEqualTo(1);
        assertThat(tries.interval().high()).isGreaterThan(1.4);
    }
}
