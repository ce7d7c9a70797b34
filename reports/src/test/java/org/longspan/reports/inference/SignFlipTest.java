package org.longspan.reports.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.longspan.numerics.random.RandomStream;
import org.longspan.reports.statistics.Interval;

class SignFlipTest {

    private static final double[] TWELVE = {0.31, -0.12, 0.05, 0.22, 0.47, -0.08, 0.19, 0.0, 0.36, -0.27, 0.11, 0.02};

    /**
     * scipy 1.17.1: {@code permutation_test((d - theta,), np.mean, permutation_type='samples', n_resamples=np.inf)},
     * and for equivalence the larger of 0.01611328125, the same with {@code alternative='greater'} at theta = -0.05, and
     * 0.020751953125, with {@code 'less'} at 0.25.
     */
    @Test
    void pIsThatOfScipy() {
        SignFlip flips = counted(TWELVE);
        assertThat(flips.p()).isEqualTo(0.123046875);
        assertThat(flips.p(-0.05)).isEqualTo(0.0322265625);
        assertThat(flips.p(0.05)).isEqualTo(0.400390625);
        assertThat(flips.p(0.2)).isEqualTo(0.15625);
        assertThat(new CountedFlips(shifted(TWELVE, 0.1)).equivalence(0.15)).isEqualTo(0.020751953125);
    }

    /** numpy 2.4.6: order statistics of the means of all subsets of the clusters (Hartigan's typical values). */
    @Test
    void intervalIsThatOfAllSubsetMeans() {
        SignFlip flips = counted(TWELVE);
        assertClose(flips.interval(0.95), new Interval(-0.0325, 0.242), 1e-7);
        assertClose(flips.interval(0.9), new Interval(-0.02 / 3, 0.65 / 3), 1e-7);
    }

    @Test
    void countedPatternsAgreeWithEnumeratedOnesZerosAndTiesIncluded() {
        RandomStream random = new RandomStream(7);
        for (int n = 10; n <= 14; n++) {
            double[] d = new double[n];
            for (int i = 0; i < n; i++) {
                d[i] = (random.nextInt(9) - 3) / 10.0;
            }
            for (double theta : new double[] {0, 0.1, -0.3, 0.05, 0.17}) {
                assertThat(counted(d).p(theta)).isCloseTo(enumerated(d, theta), within(1e-12));
            }
        }
    }

    private static double enumerated(double[] d, double theta) {
        double observed = Math.abs(Arrays.stream(d).sum() - d.length * theta);
        int extreme = 0;
        for (int signs = 0; signs < 1 << d.length; signs++) {
            double sum = 0;
            for (int i = 0; i < d.length; i++) {
                sum += (signs >> i & 1) == 0 ? d[i] - theta : theta - d[i];
            }
            extreme += Math.abs(sum) >= observed - 1e-9 ? 1 : 0;
        }
        return (double) extreme / (1 << d.length);
    }

    @Test
    void drawnPatternsAgreeWithCountedOnes() {
        RandomStream random = new RandomStream(8);
        for (int n : new int[] {11, 18, 70}) {
            double[] d = new double[n];
            for (int i = 0; i < Math.min(n, 19); i++) {
                d[i] = random.normal() + 0.4;
            }
            SignFlip counted = counted(d);
            SignFlip drawn = new DrawnFlips(d, new Effort(20, 100_000, 20, 100_000), new RandomStream(n));
            for (double theta : new double[] {0, -0.1, 0.2, counted.mean()}) {
                double p = counted.p(theta);
                assertThat(drawn.p(theta)).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / 100_000) + 2e-5));
            }
            Interval interval = counted.interval(0.95);
            assertClose(drawn.interval(0.95), interval, 0.03 * (interval.high() - interval.low()));
        }
    }

    @Test
    void testRejectsExactlyWhereZeroLiesOutsideTheInterval() {
        RandomStream random = new RandomStream(9);
        Effort effort = new Effort(20, 199, 20, 1_000);
        for (int run = 0; run < 300; run++) {
            double[] d = new double[12 + run % 20];
            for (int i = 0; i < d.length; i++) {
                d[i] = Math.round(10 * (random.normal() + 0.4)) / 10.0;
            }
            SignFlip flips = SignFlip.of(d, effort, () -> new RandomStream(3));
            for (double level : new double[] {0.9, 0.95, 0.99, 0.9999}) {
                assertThat(flips.interval(level).contains(0)).isEqualTo(flips.p() > 1 - level);
            }
        }
    }

    @Test
    void endsOfTheIntervalAreWherePCrossesItsLevel() {
        RandomStream random = new RandomStream(10);
        for (int n : new int[] {12, 40}) {
            double[] d = new double[n];
            Arrays.setAll(d, i -> random.normal());
            SignFlip flips = SignFlip.of(d, Effort.FULL, () -> new RandomStream(4));
            Interval interval = flips.interval(0.95);
            assertThat(flips.p(interval.low())).isGreaterThan(0.05);
            assertThat(flips.p(interval.high())).isGreaterThan(0.05);
            assertThat(flips.p(interval.low() - 1e-6)).isLessThanOrEqualTo(0.05);
            assertThat(flips.p(interval.high() + 1e-6)).isLessThanOrEqualTo(0.05);
        }
    }

    @Test
    void levelThatNoPatternReachesGivesNoEnd() {
        double[] ten = {1, 1, 1, 1, 1, 1, 1, 1, 1, 2};
        assertThat(counted(ten).p()).isEqualTo(2.0 / 1024);
        assertThat(counted(ten).interval(0.999))
                .isEqualTo(new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        assertThat(counted(ten).interval(0.99).low()).isPositive();
    }

    @Test
    void drawingGoesOnWhereFewPatternsAreAsExtreme() {
        double[] strong = new double[40];
        Arrays.fill(strong, 0.2);
        strong[0] = 0.1;
        Effort effort = new Effort(20, 100, 20, 5_000);
        SignFlip flips = new DrawnFlips(strong, effort, new RandomStream(1));
        assertThat(flips.p()).isEqualTo(1.0 / 5_001);
        assertThat(flips.p(flips.mean())).isEqualTo(1);
    }

    @Test
    void equivalenceNeedsBothSides() {
        RandomStream random = new RandomStream(11);
        double[] d = new double[60];
        Arrays.setAll(d, i -> 0.04 + 0.01 * random.normal());
        SignFlip flips = SignFlip.of(d, Effort.FULL, () -> new RandomStream(5));
        assertThat(flips.equivalence(0.05)).isLessThan(0.001).isEqualTo(flips.p(0.05) / 2);
        assertThat(flips.equivalence(0.03)).isEqualTo(1);
    }

    @Test
    void noClustersAreRefused() {
        assertThatThrownBy(() -> counted(new double[0])).hasMessageContaining("expected at least one");
    }

    private static SignFlip counted(double[] d) {
        return SignFlip.of(d, Effort.FULL, () -> {
            throw new AssertionError("patterns that can be counted are not drawn");
        });
    }

    private static double[] shifted(double[] d, double by) {
        return Arrays.stream(d).map(x -> x - by).toArray();
    }

    private static void assertClose(Interval actual, Interval expected, double slack) {
        assertThat(actual.low()).isCloseTo(expected.low(), within(slack));
        assertThat(actual.high()).isCloseTo(expected.high(), within(slack));
    }
}
