package org.longspan.reports.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.longspan.numerics.random.RandomStream;

class BlocksToDetectTest {

    /** scipy 1.17.1: {@code (sd * (norm.ppf(1 - level / 2) + norm.ppf(0.8)) / effect) ** 2 / c}, rounded up. */
    @Test
    void blocksAreThoseOfTheNormalApproximation() {
        assertThat(new BlocksToDetect(0.2, 72, 0.025 / 15).of(0.05)).isEqualTo(4); // 3.53
        assertThat(new BlocksToDetect(0.2, 72, 0.025 / 15).of(0.1)).isEqualTo(1); // 0.88
        assertThat(new BlocksToDetect(0.4, 3, 0.025 / 276).of(0.2)).isEqualTo(31); // 30.16
        assertThat(new BlocksToDetect(0.3, 1, 0.05).of(0.25)).isEqualTo(12); // 11.30
    }

    @Test
    void noFewerClustersThanCanReachTheLevel() {
        assertThat(BlocksToDetect.fewestClusters(0.05)).isEqualTo(SignFlip.FEWEST);
        assertThat(BlocksToDetect.fewestClusters(2.0 / 4096)).isEqualTo(12);
        assertThat(new BlocksToDetect(0, 1, 0.0004).of(0.5)).isEqualTo(13);
        assertThat(BlocksToDetect.thatOpen(3, 2.0 / 4096)).isEqualTo(4);
    }

    @Test
    void blocksFoundHaveTheirPower() {
        int clusters = new BlocksToDetect(0.3, 1, 0.01).of(0.2);
        RandomStream random = new RandomStream(6);
        int found = 0;
        for (int run = 0; run < 400; run++) {
            double[] d = new double[clusters];
            Arrays.setAll(d, i -> 0.2 + 0.3 * random.normal());
            SignFlip flips = SignFlip.of(d, new Effort(20, 1_999, 20, 10_000), () -> random);
            found += flips.p() <= 0.01 ? 1 : 0;
        }
        assertThat(found / 400.0).isBetween(0.72, 0.88);
    }

    @Test
    void effectsThatAreNoneAreRefused() {
        assertThatThrownBy(() -> new BlocksToDetect(0.2, 3, 0.05).of(0)).hasMessageContaining("positive difference");
        assertThatThrownBy(() -> new BlocksToDetect(0.2, 0, 0.05)).hasMessageContaining("some clusters");
    }
}
