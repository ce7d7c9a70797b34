package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.harness.record.StoredResult;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.inference.ClusteredShare;
import org.longspan.reports.json.GridRows.RateRow;
import org.longspan.reports.statistics.Interval;
import org.longspan.reports.statistics.WilsonInterval;

/** Solved rates pooled over arms, and how surely they are known. */
class RatesTest {

    /** 4 optimizers × 4 clippings × 12 problems × 6 blocks. */
    private static final SyntheticRun RUN = SyntheticRun.of(Fate.PLAUSIBLE, 4, 4, "own", 1, 6);

    private static final List<RateRow> RATES = rates(RUN);

    private static List<RateRow> rates(SyntheticRun run) {
        return Report.of(run.manifest(), run.results(), Optional.empty())
                .document()
                .rates();
    }

    @Test
    void runsWithoutClippingAreIndependentAndHaveWilsonsInterval() {
        assertThat(RATES).filteredOn(row -> !row.clipped()).hasSize(12).allSatisfy(row -> {
            assertThat(row.runs()).isEqualTo(4 * 6);
            assertThat(row.interval95()).isEqualTo(WilsonInterval.of(row.solved(), row.runs()));
        });
    }

    @Test
    void runsOfAKinInABlockAreOneClusterWhateverTheirClipping() {
        assertThat(RATES).filteredOn(RateRow::clipped).hasSize(12).allSatisfy(row -> {
            Map<String, int[]> clusters = new TreeMap<>(); // solved and all, of (kin, block)
            for (StoredResult r : RUN.results()) {
                if (isIn(row, r)) {
                    int[] cluster = clusters.computeIfAbsent(
                            r.trial().replicate().kin() + r.trial().replicate().block(), key -> new int[2]);
                    cluster[0] += r.result().outcome() instanceof Outcome.Solved ? 1 : 0;
                    cluster[1]++;
                }
            }
            assertThat(clusters.values()).hasSize(4 * 6).allMatch(cluster -> cluster[1] == 3);
            int[] solved = clusters.values().stream().mapToInt(c -> c[0]).toArray();
            int[] runs = clusters.values().stream().mapToInt(c -> c[1]).toArray();
            assertThat(row.solved()).isEqualTo(IntStream.of(solved).sum());
            assertThat(row.runs()).isEqualTo(72);
            Interval interval = ClusteredShare.of(solved, runs, 0.95).interval();
            assertThat(row.interval95().low()).isCloseTo(interval.low(), within(1e-12));
            assertThat(row.interval95().high()).isCloseTo(interval.high(), within(1e-12));
            double width = row.interval95().high() - row.interval95().low();
            assertThat(width).isGreaterThan(width(row.solved(), 72));
        });
    }

    private static double width(int solved, int runs) {
        return WilsonInterval.of(solved, runs).high()
                - WilsonInterval.of(solved, runs).low();
    }

    private static boolean isIn(RateRow row, StoredResult r) {
        return r.trial().replicate().phase() == Phase.EVALUATION
                && !r.trial().clipping().name().equals("none")
                && r.trial().task().family().equals(row.family())
                && r.trial().task().length() == row.length()
                && r.trial().model().cell().name().equals(row.cell());
    }
}
