package org.longspan.reports.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.longspan.reports.claim.ClaimVerdict.INCONCLUSIVE;
import static org.longspan.reports.claim.ClaimVerdict.REFUTED;
import static org.longspan.reports.claim.ClaimVerdict.SUPPORTED;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.claim.Expectation.Word;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;
import org.longspan.reports.claim.Estimate.Intervals;
import org.longspan.reports.claim.Sample.Basis;
import org.longspan.reports.statistics.Interval;

/** Verdicts follow from where the intervals lie. */
class JudgeTest {

    private static final double FAR = Double.POSITIVE_INFINITY;
    private static final Sample SAMPLE = new Sample.Mean(new double[20], false, new Basis(40, 0, 10));

    /** An estimate in the middle of its intervals: of 90 % within {@code reach}, of 95 % within 1.2 times that. */
    private static Estimate estimate(double value, double reach) {
        Interval wide = new Interval(value - 1.2 * reach, value + 1.2 * reach);
        return new Estimate(
                value, Optional.of(new Intervals(new Interval(value - reach, value + reach), wide, wide)), 0.3, 20);
    }

    private static Judge judge(Word word, double low, double high, Estimate estimate) {
        return Judge.of(Rows.part(word, low, high), estimate, SAMPLE, List.of());
    }

    @Test
    void supportedIsAnIntervalInsideTheRegion() {
        assertThat(judge(Word.EQUIVALENT, -0.05, 0.05, estimate(0.01, 0.03)).verdict())
                .isEqualTo(SUPPORTED);
        assertThat(judge(Word.AT_LEAST, -0.05, FAR, estimate(0.3, 0.34)).verdict())
                .isEqualTo(SUPPORTED);
        assertThat(judge(Word.BELOW, -FAR, 0.2, estimate(0.1, 0.05)).verdict()).isEqualTo(SUPPORTED);
    }

    @Test
    void refutedIsAnIntervalOutsideOfIt() {
        assertThat(judge(Word.EQUIVALENT, -0.05, 0.05, estimate(0.2, 0.1)).verdict())
                .isEqualTo(REFUTED);
        assertThat(judge(Word.AT_LEAST, -0.05, FAR, estimate(-0.3, 0.2)).verdict())
                .isEqualTo(REFUTED);
        assertThat(judge(Word.EQUIVALENT, -0.05, 0.05, estimate(0.16, 0.1)).verdict())
                .as("the interval of 95 % still reaches into it")
                .isEqualTo(INCONCLUSIVE);
    }

    @Test
    void anOpenClaimSaysHowManyBlocksWouldDecide() {
        Judge open = judge(Word.AT_LEAST, -0.05, FAR, estimate(0.05, 0.3));

        // (0.3 (1.645 + 0.842) / 0.1)² = 55.7 clusters, two a block
        assertThat(open.verdict()).isEqualTo(INCONCLUSIVE);
        assertThat(open.blocks()).isEqualTo(28);
    }

    @Test
    void aSmallDifferenceThatMeansNothingIsOpen() {
        Judge judge = Judge.of(
                Rows.part(Word.EQUIVALENT, -0.05, 0.05), estimate(0, 0.02), SAMPLE, List.of("the plan has no control"));

        assertThat(judge.verdict()).isEqualTo(INCONCLUSIVE);
        assertThat(judge.why()).isEqualTo("the plan has no control");
    }

    @Test
    void oneExceptionRefutesAlways() {
        int[] looks = new int[40];
        Arrays.fill(looks, 3);
        int[] hits = looks.clone();

        assertThat(always(hits, looks)).isEqualTo(SUPPORTED);
        assertThat(always(Arrays.copyOf(hits, 20), Arrays.copyOf(looks, 20)))
                .as("of 20 clusters without exception one in ten may have one")
                .isEqualTo(INCONCLUSIVE);
        hits[7] = 2;
        assertThat(always(hits, looks)).isEqualTo(REFUTED);
    }

    private static ClaimVerdict always(int[] hits, int[] looks) {
        Sample sample = new Sample.Share(hits, looks, new Basis(looks.length, 0, looks.length));
        return Judge.of(Rows.part(Word.ALWAYS, -FAR, FAR), Estimate.of(sample, 1, Seed.root(0)), sample, List.of())
                .verdict();
    }

    @Test
    void runsWithoutTheNumberLeaveAClaimOpen() {
        Sample sample = new Sample.Mean(new double[20], false, new Basis(10, 30, 10));

        Judge judge = Judge.of(Rows.part(Word.ABOVE, 0, FAR), estimate(1, 0.1), sample, List.of());

        assertThat(judge.verdict()).isEqualTo(INCONCLUSIVE);
        assertThat(judge.why()).isEqualTo("30 of 40 runs have no such number");
    }

    @Test
    void aClaimIsRefutedByOnePartAndSupportedByAll() {
        assertThat(Judge.all(List.of(SUPPORTED, SUPPORTED))).isEqualTo(SUPPORTED);
        assertThat(Judge.all(List.of(SUPPORTED, INCONCLUSIVE))).isEqualTo(INCONCLUSIVE);
        assertThat(Judge.all(List.of(INCONCLUSIVE, REFUTED, SUPPORTED))).isEqualTo(REFUTED);
    }

    @Test
    void tooFewClustersHaveNoInterval() {
        Sample sample = new Sample.Mean(new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1}, false, new Basis(9, 0, 9));

        Judge judge = Judge.of(Rows.part(Word.ABOVE, 0, FAR), Estimate.of(sample, 1, Seed.root(0)), sample, List.of());

        assertThat(judge.verdict()).isEqualTo(INCONCLUSIVE);
        assertThat(judge.blocks()).isEqualTo(10);
    }

    @Test
    void blocksForAnIntervalAreNotYetBlocksThatDecide() {
        Sample sample = new Sample.Mean(new double[] {0.3, -0.3, 0.3, -0.3}, false, new Basis(8, 0, 4));

        Judge judge = Judge.of(
                Rows.part(Word.EQUIVALENT, -0.05, 0.05), Estimate.of(sample, 1, Seed.root(0)), sample, List.of());

        // deviation 0.3 √(4/3) = 0.346, one cluster a block: (0.346 (1.645 + 0.842) / 0.05)² = 296.8
        assertThat(judge.blocks()).isEqualTo(297);
    }

    @Test
    void noIntervalOfScoresHasWidthZero() {
        Sample sample = new Sample.Mean(new double[20], true, new Basis(20, 0, 20));

        Interval wide =
                Estimate.of(sample, 1, Seed.root(0)).intervals().orElseThrow().wide();

        // none of 20: 1 - 0.025^(1/20)
        assertThat(wide.low()).isZero();
        assertThat(wide.high()).isCloseTo(1 - Math.pow(0.025, 1 / 20.0), within(1e-9));
    }

    @Test
    void theIntervalsOfAMeanCoverItAsOftenAsTheySay() {
        int narrow = 0;
        int wide = 0;
        int rounds = 400;
        RandomStream random = new RandomStream(17);
        for (int round = 0; round < rounds; round++) {
            double[] values = new double[24];
            for (int i = 0; i < values.length; i++) {
                values[i] = 0.3 + 0.5 * random.normal();
            }
            Intervals intervals = Estimate.of(new Sample.Mean(values, false, new Basis(24, 0, 24)), 1, Seed.root(round))
                    .intervals()
                    .orElseThrow();
            narrow += intervals.narrow().contains(0.3) ? 1 : 0;
            wide += intervals.wide().contains(0.3) ? 1 : 0;
        }

        // 400 draws have a standard error of 1.5 and 1.1 points
        assertThat((double) narrow / rounds).isBetween(0.855, 0.945);
        assertThat((double) wide / rounds).isBetween(0.917, 0.983);
    }
}
