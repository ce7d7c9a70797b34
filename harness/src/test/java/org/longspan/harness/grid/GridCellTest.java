package org.longspan.harness.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.longspan.harness.fake.Results;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialEnd;

/** One block of an arm: every setting is tried once, and the best one is judged once. */
class GridCellTest {

    @Test
    void everySettingIsTriedAndTheBestOneIsJudged() {
        GridCell cell = Grids.cell(Grids.of("tier: full"), "heavy", "by-norm", 11);
        List<Trial> trials = Grids.walk(cell, trial -> Results.spent(loss(trial)));
        List<Trial> tried = trials.subList(0, 8);
        Trial judged = trials.get(8);
        assertThat(trials).hasSize(9);
        assertThat(tried).extracting(trial -> trial.replicate().phase()).containsOnly(Phase.TUNING);
        assertThat(tried).extracting(Trial::optimizer).isEqualTo(cell.arm().optimizers());
        assertThat(tried).extracting(Trial::clipping).isEqualTo(cell.arm().clippings());
        assertThat(judged.replicate().phase()).isEqualTo(Phase.EVALUATION);
        assertThat(loss(judged))
                .isEqualTo(loss(tried.stream()
                        .min(Comparator.comparing(GridCellTest::loss))
                        .orElseThrow()));
        assertThat(trials).allSatisfy(trial -> {
            assertThat(trial.replicate().block()).isEqualTo(11);
            assertThat(trial.seed()).isEqualTo(judged.seed());
        });
    }

    @Test
    void itsTrialsAreAPureFunctionOfTheResults() {
        GridCell cell = Grids.cell(Grids.of("tier: standard"), "heavy", "by-norm", 3);
        GridCell again = Grids.cell(Grids.of("tier: standard"), "heavy", "by-norm", 3);
        assertThat(Grids.walk(again, trial -> Results.spent(loss(trial))))
                .isEqualTo(Grids.walk(cell, trial -> Results.spent(loss(trial))));
    }

    @Test
    void theFirstTrialGoesAloneAndItsSkipStandsForTheCell() {
        GridCell cell = Grids.cell(Grids.of("tier: quick"), "descent", "none", 0);
        assertThat(cell.next(Map.of())).hasSize(1);
        assertThat(Grids.walk(cell, trial -> Results.skipped())).hasSize(1);
    }

    @Test
    void theOthersRunTogetherAndTheJudgedOneWaitsForAllOfThem() {
        GridCell cell = Grids.cell(Grids.of("tier: quick"), "descent", "none", 0);
        Map<Trial, TrialEnd> ends = new HashMap<>();
        ends.put(cell.next(ends).get(0), TrialEnd.of(Results.solved(60)));
        List<Trial> rest = cell.next(ends);
        assertThat(rest).hasSize(3);
        rest.subList(1, 3).forEach(trial -> ends.put(trial, TrialEnd.of(Results.spent(0.5))));
        assertThat(cell.next(ends)).containsExactly(rest.get(0));
        ends.put(rest.get(0), TrialEnd.of(Results.diverged()));
        assertThat(cell.next(ends))
                .singleElement()
                .extracting(trial -> trial.replicate().phase())
                .isEqualTo(Phase.EVALUATION);
    }

    @Test
    void anArmWithNothingToTuneIsOnlyJudged() {
        Grid grid = Grids.of("""
                tier: quick
                optimizers: [{name: descent, learning-rate: 0.1}]
                clippings: [none]
                """);
        assertThat(grid.cells()).hasSize(8);
        assertThat(grid.counts().trials()).isEqualTo(8);
        assertThat(grid.counts().tuningTrials()).isZero();
        assertThat(Grids.walk(grid.cells().get(0), trial -> Results.spent(0.5)))
                .singleElement()
                .extracting(trial -> trial.replicate().phase())
                .isEqualTo(Phase.EVALUATION);
    }

    @Test
    void aSingleSettingIsOnlyJudged() {
        Grid grid = Grids.of("tier: {settings: 1, blocks: 3}");
        List<Trial> trials = Grids.walk(Grids.cell(grid, "heavy", "by-norm", 2), trial -> Results.spent(0.5));
        assertThat(trials)
                .singleElement()
                .extracting(trial -> trial.replicate().phase())
                .isEqualTo(Phase.EVALUATION);
    }

    /** Returns a made-up final loss that depends on the setting alone. */
    private static double loss(Trial trial) {
        return Math.abs(trial.optimizer().settings().number("learning-rate") - 0.02);
    }
}
