package org.longspan.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;
import org.junit.jupiter.api.Test;
import org.longspan.numerics.random.RandomStream;

class PairedTest {

    @Test
    void countedSignPatternsAgreeWithEnumeratedOnes() {
        RandomStream random = new RandomStream(2);
        for (int n = 1; n <= 12; n++) {
            int[] d = new int[n];
            for (int i = 0; i < n; i++) {
                d[i] = random.nextInt(13) - 6;
            }
            assertThat(SignFlip.of(d)).isCloseTo(enumerated(d), within(1e-15));
        }
    }

    private static double enumerated(int[] d) {
        int observed = Math.abs(Arrays.stream(d).sum());
        int extreme = 0;
        for (int signs = 0; signs < 1 << d.length; signs++) {
            int sum = 0;
            for (int i = 0; i < d.length; i++) {
                sum += (signs >> i & 1) == 0 ? d[i] : -d[i];
            }
            extreme += Math.abs(sum) >= observed ? 1 : 0;
        }
        return (double) extreme / (1 << d.length);
    }

    @Test
    void smallestPIsReachedAndIsNotUnderFivePercentWithFiveSeeds() {
        assertThat(SignFlip.of(new int[] {1, 2, 3, 4, 5}))
                .isEqualTo(SignFlip.smallest(5))
                .isEqualTo(0.0625);
        assertThat(SignFlip.of(new int[] {1, 2, 3, 4, 5, 6}))
                .isEqualTo(SignFlip.smallest(6))
                .isEqualTo(0.03125);
        assertThat(SignFlip.smallest(SignFlip.FEWEST - 1)).isGreaterThan(0.05);
        assertThat(SignFlip.smallest(SignFlip.FEWEST)).isLessThan(0.05);
    }

    @Test
    void manySeedsAreCountedExactly() {
        int[] d = new int[100];
        Arrays.fill(d, 1);
        assertThat(SignFlip.of(d)).isCloseTo(Math.scalb(1.0, -99), within(1e-40));
        for (int i = 0; i < 50; i++) {
            d[i] = -1;
        }
        assertThat(SignFlip.of(d)).isEqualTo(1);
    }

    @Test
    void equalArmsGiveNoEvidence() {
        RunScore[] same = {RunScore.diverged(), RunScore.diverged(), RunScore.solved(5)};
        assertThat(SignFlip.ofPairs(same, same)).isEqualTo(1);
        assertThat(PairedEffect.of(same, same)).isEqualTo(new PairedEffect(0.5, new Interval(0.5, 0.5)));
    }

    @Test
    void ranksAreMidranksOfBothArmsTogether() {
        RunScore[] a = {RunScore.solved(3), RunScore.unsolved(0.5), RunScore.diverged()};
        RunScore[] b = {RunScore.solved(3), RunScore.unsolved(0.2), RunScore.solved(1)};
        double[] order = {2, 30.5, 99, 2, 30.2, 1};
        double[] ranks = new NaturalRanking(TiesStrategy.AVERAGE).rank(order);
        int[] expected = new int[3];
        for (int i = 0; i < 3; i++) {
            expected[i] = (int) Math.round(2 * (ranks[i] - ranks[i + 3]));
        }
        assertThat(SignFlip.twiceRankDifferences(a, b)).containsExactly(expected);
    }

    @Test
    void solvedComesBeforeUnsolvedBeforeDiverged() {
        assertThat(RunScore.solved(1e9)).isLessThan(RunScore.unsolved(1e-9));
        assertThat(RunScore.unsolved(1e9)).isLessThan(RunScore.diverged());
        assertThat(RunScore.unsolved(Double.NaN)).isEqualByComparingTo(RunScore.diverged());
        assertThat(RunScore.solved(1)).isLessThan(RunScore.solved(2));
    }

    @Test
    void effectIntervalAgreesWithAResampledOne() {
        RunScore win = RunScore.solved(1);
        RunScore lose = RunScore.solved(2);
        RunScore[] a = {win, win, win, lose, win, lose, win, win, win, win};
        RunScore[] b = {lose, lose, lose, win, lose, win, win, lose, lose, lose};
        PairedEffect effect = PairedEffect.of(a, b);
        assertThat(effect.probability()).isCloseTo(0.75, within(1e-12));

        double[] scores = {1, 1, 1, 0, 1, 0, 0.5, 1, 1, 1};
        RandomStream random = new RandomStream(3);
        double[] means = new double[100_000];
        for (int r = 0; r < means.length; r++) {
            for (int i = 0; i < scores.length; i++) {
                means[r] += scores[random.nextInt(scores.length)] / scores.length;
            }
        }
        Arrays.sort(means);
        assertThat(effect.interval().low()).isCloseTo(means[2_500], within(1e-9));
        assertThat(effect.interval().high()).isCloseTo(means[97_500], within(1e-9));
    }

    @Test
    void holmAgreesWithItsDefinitionByHand() {
        assertThat(Holm.adjust(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
        assertThat(Holm.adjust(new double[] {0.9, 0.8})).containsExactly(1, 1);
        assertThat(Holm.adjust(new double[0])).isEmpty();
    }

    @Test
    void unpairedRunsAreRefused() {
        RunScore[] two = {RunScore.diverged(), RunScore.diverged()};
        RunScore[] one = {RunScore.diverged()};
        assertThatThrownBy(() -> PairedEffect.of(two, one)).hasMessageContaining("expected pairs");
        assertThatThrownBy(() -> SignFlip.ofPairs(two, one)).hasMessageContaining("expected pairs");
    }
}
