package org.longspan.reports.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.numerics.random.RandomStream;

class ClusteredShareTest {

    /**
     * numpy 2.4.6, scipy 1.17.1, with y, n of m clusters, N = n.sum(), a = (1 - level)/2: Y = r_[y, N/m, 0],
     * S = r_[n, N/m, N/m], w = r_[ones(m), .5, .5], M = m + 1, P = (w*Y).sum()/(w*S).sum(), W = (w*S).sum();
     * deff = M/(M-1)*(w*(Y-P*S)**2).sum()/W**2/(P*(1-P)/W); e = N/deff*(t.ppf(1-a,N-1)/t.ppf(1-a,m-1))**2, clipped to
     * [N*N/(n*n).sum(), N]; k = e*y.sum()/N; beta.ppf(a, k, e-k+1), beta.ppf(1-a, k+1, e-k).
     */
    @Test
    void agreesWithScipy() {
        int[] four = repeat(4, 12);
        check(
                ClusteredShare.of(new int[] {3, 1, 4, 0, 2, 4, 1, 2, 3, 1, 2, 3}, four, 0.95),
                0.5416666666666666,
                22.052051597932298,
                0.3189837045810668,
                0.7527666683300532);
        int[] uneven = {4, 2, 6, 5, 3, 4, 2, 3, 6};
        check(
                ClusteredShare.of(new int[] {3, 1, 4, 0, 2, 2, 1, 2, 3}, uneven, 0.9),
                0.5142857142857142,
                20.170310046087298,
                0.315492816429469,
                0.709760583029448);
        check(
                ClusteredShare.of(new int[] {1, 1, 1, 1, 1, 1, 0, 1}, repeat(12, 8), 0.95),
                0.07291666666666667,
                11.42119917393149,
                0.0009678375262488394,
                0.3816977010204404);
    }

    private static void check(ClusteredShare share, double p, double effective, double low, double high) {
        assertThat(share.share()).isCloseTo(p, within(1e-12));
        assertThat(share.effective()).isCloseTo(effective, within(1e-6)); // Commons Math's t is good to 1e-9
        assertThat(share.interval().low()).isCloseTo(low, within(1e-8));
        assertThat(share.interval().high()).isCloseTo(high, within(1e-8));
    }

    private static int[] repeat(int value, int times) {
        int[] all = new int[times];
        Arrays.fill(all, value);
        return all;
    }

    @Test
    void clustersOfOneRunAreIndependentRuns() {
        ClusteredShare share = ClusteredShare.of(new int[] {1, 0, 0, 1, 1, 0, 0}, repeat(1, 7), 0.95);
        assertThat(share.effective()).isEqualTo(7);
        assertThat(share.interval()).isEqualTo(ClopperPearson.interval(3, 7, 0.95));
    }

    /** Whatever the dependence, m clusters without a solved run speak as loudly as m runs at most. */
    @Test
    void noneSolvedCountsClustersRatherThanRuns() {
        assertThat(ClusteredShare.of(new int[8], repeat(4, 8), 0.95).interval())
                .isEqualTo(ClopperPearson.interval(0, 8, 0.95));
        assertThat(ClusteredShare.of(new int[3], new int[] {1, 16, 2}, 0.95).effective())
                .isBetween(1.0, 3.0);
    }

    @Test
    void runsOfAClusterThatEndAlikeCountOnce() {
        ClusteredShare share = ClusteredShare.of(new int[] {9, 0, 9, 9, 0, 0, 9, 0}, repeat(9, 8), 0.95);
        assertThat(share.effective()).isEqualTo(8);
        assertThat(share.interval()).isEqualTo(ClopperPearson.interval(4, 8, 0.95));
    }

    @Test
    void oneClusterCountsOnce() {
        assertThat(ClusteredShare.of(new int[] {4}, new int[] {8}, 0.95).effective())
                .isEqualTo(1);
    }

    /** A run copies its cluster's one draw with probability √r and else draws alone: correlation r within clusters. */
    @ParameterizedTest
    @CsvSource({
        "0.1, 0, 8",
        "0.1, 0.36, 8",
        "0.1, 1, 8",
        "0.5, 0, 8",
        "0.5, 0.36, 8",
        "0.5, 1, 8",
        "0.1, 0.36, 24",
        "0.5, 0.36, 24",
        "0.85, 0.64, 24"
    })
    void coversTheShare(double p, double r, int clusters) {
        RandomStream stream = new RandomStream(7);
        int[] runs = new int[clusters];
        Arrays.setAll(runs, c -> c % 3 == 0 ? 12 : 8);
        int covered = 0;
        for (int repetition = 0; repetition < 400; repetition++) {
            int[] solved = new int[clusters];
            for (int c = 0; c < clusters; c++) {
                boolean common = stream.nextDouble() < p;
                for (int run = 0; run < runs[c]; run++) {
                    boolean copies = stream.nextDouble() < Math.sqrt(r);
                    solved[c] += (copies ? common : stream.nextDouble() < p) ? 1 : 0;
                }
            }
            covered += ClusteredShare.of(solved, runs, 0.95).interval().contains(p) ? 1 : 0;
        }
        assertThat(covered).isGreaterThanOrEqualTo(372); // 380 expected, its standard deviation 4.4
    }

    @Test
    void refusesEmptyClusters() {
        assertThatThrownBy(() -> ClusteredShare.of(new int[] {1, 0}, new int[] {2, 0}, 0.95))
                .hasMessageContaining("cluster 1: 0 of 0 runs");
        assertThatThrownBy(() -> ClusteredShare.of(new int[0], new int[0], 0.95))
                .hasMessageContaining("0 clusters");
    }
}
