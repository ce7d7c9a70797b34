package org.longspan.harness.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.harness.fake.FakeMethods;
import org.longspan.harness.fake.Plans;
import org.longspan.harness.fake.Results;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialEnd;
import org.longspan.harness.record.TrialResult;

class GridTest {

    private static final Sense ALL_MAKES_SENSE = (model, optimizer, clipping) -> Optional.empty();

    @ParameterizedTest
    @CsvSource({"smoke, 2, 0, 1", "quick, 4, 0, 2", "standard, 12, 6, 8", "full, 24, 12, 10"})
    void everyTierHasItsStages(String tier, int settings, int finals, int evaluations) {
        GridCell cell = cell(tier, "heavy", "by-norm");
        List<Trial> trials = walk(cell, trial -> Results.spent(0.5));
        assertThat(trials).hasSize(settings + finals + evaluations).doesNotHaveDuplicates();
    }

    @Test
    void countsAreExact() {
        Grid grid = grid("quick", ALL_MAKES_SENSE);
        int walked = grid.cells().stream()
                .mapToInt(cell -> walk(cell, t -> Results.diverged()).size())
                .sum();
        assertThat(grid.counts().trials()).isEqualTo(walked).isEqualTo(6 * (4 + 2));
        assertThat(grid.counts().stages())
                .extracting(GridCounts.StageCount::trials)
                .containsExactly(24, 12);
    }

    @Test
    void anArmWithNothingToTuneIsGivenOneSetting() {
        Plan plan = Plans.read("""
                tier: quick
                models: [{cell: plain, hidden: 8}]
                tasks: [{family: recall, lengths: [3]}]
                optimizers: [{name: descent, learning-rate: 0.1}]
                clippings: [none]
                budget: {updates: 40}
                """);
        Grid grid = Grid.of(plan, FakeMethods.catalogue(), ALL_MAKES_SENSE);
        assertThat(walk(grid.cells().get(0), trial -> Results.spent(0.5))).hasSize(1 + 2);
        assertThat(grid.counts().trials()).isEqualTo(3);
    }

    @Test
    void oneSettingOfAPlansOwnTierIsEvaluatedOnly() {
        List<Trial> trials =
                walk(cell("{settings: 1, evaluation: 3}", "heavy", "by-norm"), trial -> Results.spent(0.5));
        assertThat(trials).extracting(Trial::repetition).containsExactly(1, 2, 3);
    }

    @Test
    void pairsThatThePlanLeavesOutAreNoCells() {
        Plan plan = Plans.read("""
                models: [{cell: plain, hidden: 8, optimizers: [descent]}, {cell: plain, hidden: 9}]
                tasks: [{family: recall, lengths: [3]}]
                optimizers: [descent, heavy]
                clippings: [none]
                budget: {updates: 40}
                """);
        assertThat(Grid.of(plan, FakeMethods.catalogue(), ALL_MAKES_SENSE).cells())
                .extracting(cell ->
                        cell.model().hidden() + " " + cell.optimizers().get(0).name())
                .containsExactly("8 descent", "9 descent", "9 heavy");
    }

    @Test
    void nextIsAPureFunctionOfTheResults() {
        GridCell cell = cell("standard", "heavy", "by-norm");
        List<Trial> once = walk(cell, trial -> Results.spent(measure(trial)));
        List<Trial> again = walk(cell("standard", "heavy", "by-norm"), trial -> Results.spent(measure(trial)));
        assertThat(again).isEqualTo(once);
    }

    @Test
    void theFirstTrialGoesAloneAndItsSkipStandsForTheCell() {
        GridCell cell = cell("quick", "descent", "by-norm");
        assertThat(cell.next(Map.of())).hasSize(1);
        assertThat(walk(cell, trial -> Results.skipped())).hasSize(1);
    }

    @Test
    void aSenselessArmIsOneTrialWithItsReason() {
        Grid grid = grid(
                "quick",
                (model, optimizer, clipping) ->
                        clipping.name().equals("by-value") ? Optional.of("no site") : Optional.empty());
        assertThat(grid.counts().skips()).containsExactly(Map.entry("no site", 2));
        assertThat(grid.counts().trials()).isEqualTo(4 * (4 + 2) + 2);
    }

    @Test
    void aSolvedSettingBeatsEveryUnsolvedOneAndTheCheaperWins() {
        assertThat(winner(Results.spent(0.001), Results.solved(5000), Results.solved(900), Results.diverged()))
                .isEqualTo(2);
    }

    @Test
    void theLeastOfTheFinalValuesWinsWhereNothingIsSolved() {
        assertThat(winner(Results.spent(0.4), Results.spent(0.3), Results.spent(0.1), Results.spent(0.2)))
                .isEqualTo(2);
    }

    @Test
    void aDivergedSettingIsLastWhateverItsLossWas() {
        assertThat(winner(Results.diverged(), Results.diverged(), Results.spent(0.9), Results.diverged()))
                .isEqualTo(2);
    }

    @Test
    void equalSettingsKeepTheirOrder() {
        assertThat(winner(Results.spent(0.5), Results.spent(0.5), Results.spent(0.5), Results.spent(0.5)))
                .isZero();
        assertThat(winner(Results.diverged(), Results.diverged(), Results.diverged(), Results.diverged()))
                .isZero();
    }

    @Test
    void theWinnerIsRunAgainOnFreshRepetitionsOnly() {
        GridCell cell = cell("full", "heavy", "by-norm");
        List<Trial> trials = walk(cell, trial -> Results.spent(measure(trial)));
        List<Integer> selection =
                trials.subList(0, 36).stream().map(Trial::repetition).distinct().toList();
        List<Trial> evaluation = trials.subList(36, 46);
        assertThat(evaluation)
                .extracting(Trial::repetition)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(selection);
        assertThat(evaluation)
                .extracting(Trial::optimizer)
                .containsOnly(evaluation.get(0).optimizer());
        double least = trials.subList(0, 24).stream()
                .mapToDouble(GridTest::measure)
                .min()
                .orElseThrow();
        assertThat(measure(evaluation.get(0))).isEqualTo(least);
    }

    /** Returns the index of the setting that tier quick selects, given the results of its four settings. */
    private static int winner(TrialResult... ofSettings) {
        GridCell cell = cell("quick", "heavy", "by-norm");
        List<Choice> settings = cell.optimizers();
        List<Trial> trials = walk(cell, trial -> ofSettings[settings.indexOf(trial.optimizer())]);
        assertThat(trials.subList(4, 6)).extracting(Trial::repetition).containsExactly(1, 2);
        return settings.indexOf(trials.get(4).optimizer());
    }

    /** Returns a made-up final value that depends only on the setting. */
    private static double measure(Trial trial) {
        return Math.abs(trial.optimizer().settings().number("learning-rate") - 0.02);
    }

    private static List<Trial> walk(GridCell cell, Function<Trial, TrialResult> run) {
        Map<Trial, TrialEnd> results = new HashMap<>();
        List<Trial> trials = new ArrayList<>();
        for (List<Trial> next = cell.next(results); !next.isEmpty(); next = cell.next(results)) {
            for (Trial trial : next) {
                trials.add(trial);
                results.put(trial, TrialEnd.of(run.apply(trial)));
            }
        }
        return trials;
    }

    private static GridCell cell(String tier, String optimizer, String clipping) {
        return grid(tier, ALL_MAKES_SENSE).cells().stream()
                .filter(cell -> cell.optimizers().get(0).name().equals(optimizer)
                        && cell.clippings().get(0).name().equals(clipping))
                .findFirst()
                .orElseThrow();
    }

    private static Grid grid(String tier, Sense sense) {
        return Grid.of(Plans.of(tier, 0), FakeMethods.catalogue(), sense);
    }
}
