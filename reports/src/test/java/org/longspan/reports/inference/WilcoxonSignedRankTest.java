package org.longspan.reports.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WilcoxonSignedRankTest {

    /** scipy 1.17.1: scipy.stats.wilcoxon(d, method='exact'). */
    @Test
    void agreesWithScipy() {
        double[] d = {0.12, -0.03, 0.30, 0.07, 0.21, -0.11, 0.02, 0.16, 0.05, 0.09, 0.26};
        assertThat(WilcoxonSignedRank.p(d).orElseThrow()).isCloseTo(0.0244140625, within(1e-15));
    }

    /** scipy 1.17.1: scipy.stats.wilcoxon(d, zero_method='wilcox', method=PermutationMethod(n_resamples=inf)). */
    @Test
    void agreesWithScipyOnTiesAndZeros() {
        double[] d = {0.1, -0.1, 0.3, 0.2, 0.2, -0.1, 0.0, 0.3, 0.1, 0.2, 0.4, 0.0};
        assertThat(WilcoxonSignedRank.p(d).orElseThrow()).isCloseTo(0.021484375, within(1e-15));
    }

    @Test
    void needsTenProblems() {
        assertThat(WilcoxonSignedRank.p(new double[9])).isEmpty();
        assertThat(WilcoxonSignedRank.p(new double[10])).hasValue(1);
    }

    @Test
    void refusesADifferenceThatIsNotFinite() {
        assertThatThrownBy(() -> WilcoxonSignedRank.p(new double[] {0, Double.NaN}))
                .hasMessageContaining("difference NaN");
    }
}
