package org.longspan.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WilsonIntervalTest {

    /** The definition, solved by bisection: the ends are where |k/n - p| = z √(p(1-p)/n). */
    @Test
    void endsSolveTheScoreEquation() {
        for (int n = 1; n <= 40; n++) {
            for (int k = 0; k <= n; k++) {
                Interval interval = WilsonInterval.of(k, n);
                double share = (double) k / n;
                assertThat(interval.low()).isCloseTo(end(share, n, 0, share), within(1e-9));
                assertThat(interval.high()).isCloseTo(end(share, n, 1, share), within(1e-9));
                assertThat(interval.contains(share)).isTrue();
            }
        }
    }

    private static double end(double share, int n, double outside, double inside) {
        for (int i = 0; i < 200; i++) {
            double p = (outside + inside) / 2;
            boolean accepted = Math.abs(share - p) <= 1.959963984540054 * Math.sqrt(p * (1 - p) / n);
            if (accepted) {
                inside = p;
            } else {
                outside = p;
            }
        }
        return inside;
    }

    /** R: prop.test(7, 10, correct = FALSE). */
    @Test
    void agreesWithPublishedSoftware() {
        assertThat(WilsonInterval.of(7, 10).low()).isCloseTo(0.3967781, within(1e-6));
        assertThat(WilsonInterval.of(7, 10).high()).isCloseTo(0.8922087, within(1e-6));
    }

    @Test
    void nothingSolvedStillHasWidth() {
        assertThat(WilsonInterval.of(0, 2))
                .isEqualTo(new Interval(0, WilsonInterval.of(0, 2).high()));
        assertThat(WilsonInterval.of(0, 2).high()).isGreaterThan(0.6);
    }

    @Test
    void refusesMoreSolvedThanRun() {
        assertThatThrownBy(() -> WilsonInterval.of(3, 2)).hasMessageContaining("3 of 2");
        assertThatThrownBy(() -> WilsonInterval.of(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
