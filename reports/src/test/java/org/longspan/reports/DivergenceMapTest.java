package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.StoredResult;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.figure.DivergenceMap;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.summary.ArrangedRun;

/** The map of divergences over learning rate and threshold. */
class DivergenceMapTest {

    private static final SyntheticRun RUN = SyntheticRun.quick();

    @Test
    void everyDivergedTrialIsARowWithItsRateItsThresholdAndItsCause() {
        Figure figure = of(RUN, RUN.results()).orElseThrow();
        List<StoredResult> diverged =
                RUN.results().stream().filter(DivergenceMapTest::diverged).toList();
        assertThat(figure.csv().lines().skip(1)).hasSameSizeAs(diverged);
        StoredResult one = diverged.stream()
                .filter(r -> r.trial().clipping().name().equals("value"))
                .filter(r -> !r.result().thresholdUnits().isEmpty())
                .findFirst()
                .or(() -> diverged.stream().findFirst())
                .orElseThrow();
        assertThat(figure.csv())
                .contains(one.id() + "," + one.trial().optimizer().name() + ",")
                .contains(",learning-rate,"
                        + one.trial().optimizer().settings().values().get("learning-rate") + ",");
    }

    @Test
    void theCaptionCountsTrialsAndArms() {
        long diverged =
                RUN.results().stream().filter(DivergenceMapTest::diverged).count();
        long arms = RUN.results().stream()
                .filter(DivergenceMapTest::diverged)
                .map(DivergenceMapTest::arm)
                .distinct()
                .count();
        long all = RUN.results().stream()
                .filter(r -> !(r.result().outcome() instanceof Outcome.Skipped))
                .map(DivergenceMapTest::arm)
                .distinct()
                .count();
        assertThat(of(RUN, RUN.results()).orElseThrow().caption())
                .startsWith(diverged + " of ")
                .contains("Drawn are the " + arms + " arms that diverged at least once; "
                        + (all - arms == 1 ? "1 arm never did." : all - arms + " arms never did."));
    }

    @Test
    void anOptimizerThatNeverDivergedHasNoBox() {
        List<StoredResult> results = RUN.results().stream()
                .filter(r -> !r.trial().optimizer().name().equals("adam") || !diverged(r))
                .toList();
        assertThat(of(RUN, results).orElseThrow().svg()).contains(">sgd</text>").doesNotContain(">adam</text>");
    }

    @Test
    void nothingIsDrawnWhereNothingDiverged() {
        List<StoredResult> results =
                RUN.results().stream().filter(r -> !diverged(r)).toList();
        assertThat(of(RUN, results)).isEmpty();
        assertThat(of(RUN, List.of())).isEmpty();
    }

    @Test
    void everythingDivergedDrawsEveryArm() {
        SyntheticRun run = SyntheticRun.of(Fate.EVERYTHING_DIVERGED, 8, 6, "own", 2, 2);
        Figure figure = of(run, run.results()).orElseThrow();
        assertThat(figure.caption()).contains("Drawn are the 48 arms").contains("; 0 arms never did.");
        assertThat(figure.csv().lines().count()).isLessThanOrEqualTo(1 + 48 * 3);
    }

    private static String arm(StoredResult r) {
        return r.trial().optimizer().name() + " " + r.trial().clipping().name();
    }

    private static boolean diverged(StoredResult r) {
        return r.result().outcome() instanceof Outcome.Diverged;
    }

    private static Optional<Figure> of(SyntheticRun made, List<StoredResult> results) {
        return DivergenceMap.of(ArrangedRun.of(made.manifest(), results));
    }
}
