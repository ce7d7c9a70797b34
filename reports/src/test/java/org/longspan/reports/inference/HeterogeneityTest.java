package org.longspan.reports.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.longspan.numerics.random.RandomStream;

class HeterogeneityTest {

    private static final int[] THREE_GROUPS = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2};
    private static final Effort MANY = new Effort(20, 100_000, 20, 100_000);

    /** numpy 2.4.6: the share of all 2^12 patterns of signs of d - d.mean() with Q at least that observed. */
    @Test
    void pIsTheShareOfAllPatterns() {
        double[] apart = {0.3, 0.25, 0.4, -0.2, -0.1, -0.35, 0.05, 0.0, 0.1, 0.2, -0.05, 0.15};
        double[] alike = {0.3, -0.25, 0.4, -0.2, 0.1, -0.35, 0.05, 0.0, 0.1, 0.2, -0.05, 0.15};
        assertThat(p(apart)).isCloseTo(0.22265625, within(0.005));
        assertThat(p(alike)).isCloseTo(0.83203125, within(0.005));
    }

    private static double p(double[] d) {
        return Heterogeneity.p(d, THREE_GROUPS, MANY, new RandomStream(1));
    }

    @Test
    void crossedEffectsAreFoundAndACommonOneIsNot() {
        RandomStream random = new RandomStream(2);
        double[] crossed = new double[72];
        double[] common = new double[72];
        int[] group = new int[72];
        for (int i = 0; i < 72; i++) {
            group[i] = i / 3;
            double luck = 0.1 * random.normal();
            crossed[i] = luck + (group[i] % 2 == 0 ? 0.2 : -0.2);
            common[i] = luck + 0.2;
        }
        assertThat(Heterogeneity.p(crossed, group, Effort.FULL, random)).isLessThan(0.001);
        assertThat(Heterogeneity.p(common, group, Effort.FULL, random)).isGreaterThan(0.05);
    }
}
