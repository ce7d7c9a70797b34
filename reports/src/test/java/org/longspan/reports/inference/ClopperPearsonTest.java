package org.longspan.reports.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.util.CombinatoricsUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.reports.statistics.Interval;

class ClopperPearsonTest {

    /** scipy 1.17.1: scipy.stats.binomtest(k, n).proportion_ci(level, 'exact'). */
    @ParameterizedTest
    @CsvSource({
        "7, 10, 0.95, 0.3475471499399921, 0.9332604888222655",
        "0, 8, 0.95, 0, 0.3694166475528192",
        "1, 128, 0.95, 0.00019777581422788157, 0.04275903191422048",
        "128, 128, 0.9, 0.9768675947482532, 1",
        "63, 200, 0.99, 0.23321224879421806, 0.40583206093265395"
    })
    void agreesWithScipy(int k, int n, double level, double low, double high) {
        Interval interval = ClopperPearson.interval(k, n, level);
        assertThat(interval.low()).isCloseTo(low, within(1e-11));
        assertThat(interval.high()).isCloseTo(high, within(1e-11));
    }

    /** The definition: at the ends the sums of binomial probabilities are 2.5 %. */
    @Test
    void endsHaveTheirTails() {
        for (int n = 1; n <= 25; n++) {
            for (int k = 0; k <= n; k++) {
                Interval interval = ClopperPearson.interval(k, n, 0.95);
                if (k > 0) {
                    assertThat(probability(k, n, n, interval.low())).isCloseTo(0.025, within(1e-9));
                }
                if (k < n) {
                    assertThat(probability(0, k, n, interval.high())).isCloseTo(0.025, within(1e-9));
                }
                assertThat(interval.high() - interval.low()).isPositive();
            }
        }
    }

    private static double probability(int from, int to, int n, double p) {
        double sum = 0;
        for (int k = from; k <= to; k++) {
            sum += CombinatoricsUtils.binomialCoefficientDouble(n, k) * Math.pow(p, k) * Math.pow(1 - p, n - k);
        }
        return sum;
    }

    @Test
    void refusesWhatIsNoShare() {
        assertThatThrownBy(() -> ClopperPearson.interval(3, 2, 0.95)).hasMessageContaining("3 of 2");
        assertThatThrownBy(() -> ClopperPearson.interval(1, 2, 95)).hasMessageContaining("level 95.0");
    }
}
