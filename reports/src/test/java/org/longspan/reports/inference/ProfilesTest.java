package org.longspan.reports.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProfilesTest {

    private static final double NEVER = Double.POSITIVE_INFINITY;

    @Test
    void dataProfileCountsFailuresInTheDenominator() {
        StepFunction profile = DataProfile.of(new double[] {300, NEVER, 100, 300, NEVER});
        assertThat(profile.x()).containsExactly(100, 300);
        assertThat(profile.share()).containsExactly(0.2, 0.6);
        assertThat(profile.at(99.9)).isZero();
        assertThat(profile.at(100)).isEqualTo(0.2);
        assertThat(profile.at(1e300)).isEqualTo(0.6);
    }

    @Test
    void nothingSolvedHasNoStep() {
        StepFunction profile = DataProfile.of(new double[] {NEVER, NEVER});
        assertThat(profile.x()).isEmpty();
        assertThat(profile.at(1e9)).isZero();
        assertThat(profile.area(0, 1000)).isZero();
    }

    @Test
    void meanScoreIsTheAreaUpToTheBudget() {
        double[] costs = {300, NEVER, 100, 300, 950, 20, 1000, NEVER};
        double budget = 1000;
        double mean = Arrays.stream(costs)
                .map(cost -> Math.max(0, 1 - cost / budget))
                .average()
                .orElseThrow();
        assertThat(DataProfile.of(costs).area(0, budget) / budget).isCloseTo(mean, within(1e-15));
    }

    /**
     * numpy 2.4.6: t = array([[1, 4, inf, 6, inf], [2, 2, inf, inf, 3], [8, inf, inf, 2, 3]]); b = t.min(0);
     * r = where(isinf(t), inf, t/b); x = 1 + (arange(30000) + .5)/1e4;
     * [(r[s][:, None] <= x).mean() for s in range(3)].
     */
    @Test
    void performanceProfileIsTheShareWithinARatioOfTheBest() {
        double[][] costs = {{1, 4, NEVER, 6, NEVER}, {2, 2, NEVER, NEVER, 3}, {8, NEVER, NEVER, 2, 3}};
        PerformanceProfile profile = PerformanceProfile.of(costs);
        assertThat(profile.curves().get(0).x()).containsExactly(1, 2, 3);
        assertThat(profile.curves().get(0).share()).containsExactly(0.2, 0.4, 0.6);
        assertThat(profile.curves().get(1).at(1)).isEqualTo(0.4);
        assertThat(profile.curves().get(2).at(7.99)).isEqualTo(0.4);
        assertThat(profile.curves().get(2).at(8)).isEqualTo(0.6);
        assertThat(profile.score(0)).isCloseTo(0.4, within(1e-12));
        assertThat(profile.score(1)).isCloseTo(0.5333333333333333, within(1e-12));
        assertThat(profile.score(2)).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void theUnitOfCostDoesNotMatter() {
        double[][] costs = {{1, 4, NEVER}, {3, 2, 5}};
        double[][] other = {{1024, 4096, NEVER}, {3072, 2048, 5120}};
        for (int method = 0; method < 2; method++) {
            assertThat(PerformanceProfile.of(other).score(method))
                    .isEqualTo(PerformanceProfile.of(costs).score(method));
        }
    }

    @Test
    void refusesWhatIsNoCost() {
        assertThatThrownBy(() -> DataProfile.of(new double[] {1, Double.NaN})).hasMessageContaining("cost NaN");
        assertThatThrownBy(() -> PerformanceProfile.of(new double[][] {{1, 0}})).hasMessageContaining("problem 1");
        assertThatThrownBy(() -> PerformanceProfile.of(new double[][] {{1, 2}, {1}}))
                .hasMessageContaining("1 problems, the first on 2");
    }
}
