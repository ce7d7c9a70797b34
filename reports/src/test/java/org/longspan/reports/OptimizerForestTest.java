package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.StoredResult;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.OptimizerForest;

/** Ranks and scores of optimizers. */
class OptimizerForestTest {

    private static final SyntheticRun QUICK = SyntheticRun.quick();
    private static final Figure OF_QUICK = figure(QUICK);

    @Test
    void theScoreIsTheMeanOverBlocksOfProblems() {
        List<StoredResult> runs = Tallies.evaluations(QUICK);
        assertThat(Pictures.rows(OF_QUICK)).hasSize(5).allSatisfy(row -> {
            List<StoredResult> of = runs.stream()
                    .filter(r -> r.trial().optimizer().name().equals(row[0]))
                    .toList();
            double mean = Tallies.meanOfMeans(
                    of, r -> Tallies.problem(r) + r.trial().replicate().block());
            assertThat(Double.parseDouble(row[3])).isCloseTo(mean, within(1e-12));
            assertThat(Double.parseDouble(row[4])).isLessThan(mean);
            assertThat(Double.parseDouble(row[5])).isGreaterThan(mean);
            assertThat(row[6]).isEqualTo("" + of.size());
            assertThat(row[7])
                    .isEqualTo("" + of.stream().filter(Tallies::solved).count());
        });
    }

    @Test
    void theRankIsWrittenInItsBarAndTheHighestScoreIsFirst() {
        Figure figure = OF_QUICK;
        List<String[]> rows = Pictures.rows(figure);
        String[] first = rows.get(0);
        assertThat(figure.svg()).contains(">" + (first[1].equals(first[2]) ? first[1] : first[1] + "–" + first[2]));
        assertThat(rows.stream().map(row -> -Double.parseDouble(row[3])).toList())
                .isSorted();
    }

    @Test
    void itIsLegibleWithFewAndWithMany() {
        assertThat(Pictures.illegible(OF_QUICK)).isEmpty();
        assertThat(Pictures.illegible(figure(SyntheticRun.of(Fate.PLAUSIBLE, 2, 1, "quick", 1, 1))))
                .isEmpty();
        assertThat(Pictures.illegible(figure(SyntheticRun.of(Fate.PLAUSIBLE, 24, 1, "quick", 1, 2))))
                .isEmpty();
    }

    @Test
    void thereIsNoneForOneOptimizerOrWithoutAScore() {
        for (SyntheticRun run : List.of(
                SyntheticRun.of(Fate.PLAUSIBLE, 1, 3, "quick", 1, 2),
                SyntheticRun.of(Fate.NOTHING_SOLVED, 3, 3, "quick", 1, 2),
                SyntheticRun.of(Fate.EVERYTHING_SKIPPED, 3, 3, "quick", 1, 2))) {
            assertThat(OptimizerForest.of(Pictures.conclusions(run))).isEmpty();
        }
    }

    private static Figure figure(SyntheticRun run) {
        return OptimizerForest.of(Pictures.conclusions(run)).orElseThrow();
    }
}
