package org.longspan.harness.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.longspan.harness.fake.FakeMethods;
import org.longspan.harness.fake.Plans;
import org.longspan.harness.fake.Results;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.harness.record.Sample;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialEnd;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.harness.refusal.UserError;

/** A sample has some of the trials that depend on no result, each set of them with the same chance. */
class SampleTest {

    private static final Sense ALL_MAKES_SENSE = (model, optimizer, clipping) -> Optional.empty();
    private static final Sense NO_VALUES = (model, optimizer, clipping) ->
            clipping.name().equals("by-value") ? Optional.of("no site") : Optional.empty();

    /** Trials that try settings: 2 models × 2 lengths × 2 optimizers × 3 clippings × 4 settings. */
    private static final int TUNING = 96;

    @Test
    void theTrialsOfASampleAreSomeThatTrySettingsInTheGridsOrder() {
        List<Trial> all = trials(grid("", ALL_MAKES_SENSE));
        List<Trial> drawn = trials(grid("sample: {trials: 20}\n", ALL_MAKES_SENSE));
        assertThat(all).hasSize(TUNING);
        assertThat(drawn).hasSize(20).doesNotHaveDuplicates();
        List<Integer> places = drawn.stream().map(all::indexOf).toList();
        assertThat(places).doesNotContain(-1).isSorted();
        assertThat(drawn.stream().map(RecordJson::id).toList())
                .isEqualTo(places.stream().map(all::get).map(RecordJson::id).toList());
    }

    @Test
    void theDrawDependsOnTheSamplesSeedAlone() {
        List<Integer> places = places("sample: {trials: 20, seed: 5}\n");
        assertThat(places("seed: 9\nsample: {trials: 20, seed: 5}\n")).isEqualTo(places);
        assertThat(places("sample: {seed: 5, trials: 20}\nbudget: {updates: 50}\n"))
                .isEqualTo(places);
        assertThat(places("sample: {trials: 20, seed: 6}\n")).isNotEqualTo(places);
        assertThat(places("sample: {trials: 20}\n")).isEqualTo(places("sample: {trials: 20, seed: 0}\n"));
    }

    /** The numbers are those of a program in Python that follows the papers of L64X128Mix and of Lemire. */
    @Test
    void theDrawIsTheSameOnEveryMachine() {
        assertThat(places("sample: {trials: 8}\n")).containsExactly(5, 18, 21, 41, 50, 57, 61, 73);
        assertThat(places("sample: {trials: 8, seed: -1}\n")).containsExactly(27, 30, 38, 39, 40, 45, 51, 83);
    }

    /** 9,000 draws of 3 of 10: 2,700 of each trial, ± 43, and 600 of each pair, ± 24. */
    @Test
    void everyTrialAndEveryPairIsDrawnEquallyOften() {
        int[] singles = new int[10];
        int[][] pairs = new int[10][10];
        LongStream.range(0, 9_000).forEach(seed -> {
            SampleDraw draw = new SampleDraw(new Sample(3, seed), 10);
            List<Integer> drawn =
                    IntStream.range(0, 10).filter(i -> draw.takesNext()).boxed().toList();
            assertThat(drawn).hasSize(3);
            drawn.forEach(i -> singles[i]++);
            drawn.forEach(i -> drawn.forEach(j -> pairs[i][j]++));
        });
        for (int i = 0; i < 10; i++) {
            assertThat(singles[i]).isCloseTo(2_700, within(5 * 43));
            for (int j = 0; j < i; j++) {
                assertThat(pairs[i][j]).isCloseTo(600, within(5 * 24));
            }
        }
    }

    @Test
    void nothingIsJudgedAndNoTrialWaitsForAnother() {
        Grid grid = grid("sample: {trials: 96}\n", ALL_MAKES_SENSE);
        for (GridCell cell : grid.cells()) {
            Map<Trial, TrialEnd> ends = new HashMap<>();
            List<Trial> next = cell.next(ends);
            assertThat(next).hasSize(4);
            ends.put(next.get(0), TrialEnd.of(Results.skipped()));
            assertThat(cell.next(ends)).isEqualTo(next.subList(1, 4));
            next.forEach(trial -> ends.put(trial, TrialEnd.of(Results.spent(0.5))));
            assertThat(cell.next(ends)).isEmpty();
        }
    }

    @Test
    void skippedCellsAreNotDrawnFromAndCountAsNothing() {
        Grid grid = grid("sample: {trials: 64}\n", NO_VALUES);
        assertThat(trials(grid)).noneMatch(trial -> trial.clipping().name().equals("by-value"));
        assertThat(grid.counts().skips()).isEmpty();
        assertThat(grid.counts().trials()).isEqualTo(64);
        assertThat(grid.counts().drawnFrom()).hasValue(64);
    }

    @Test
    void aPlanWithFewerTrialsThanItsSampleIsRefused() {
        assertThatThrownBy(() -> grid("sample: {trials: 65}\n", NO_VALUES))
                .isInstanceOf(UserError.class)
                .hasMessage("plan test, sample.trials: 65 is given, expected at most 64, the trials that try"
                        + " settings in all cells that are not skipped");
    }

    @Test
    void whereEveryCellIsSkippedNothingIsDrawn() {
        Grid grid = grid("sample: {trials: 5}\n", (model, optimizer, clipping) -> Optional.of("no"));
        assertThat(grid.counts().skips()).containsExactly(Map.entry("no", 24));
    }

    @Test
    void aPlanWithOneSettingIsSampledFromTheTrialsThatJudgeIt() {
        Grid grid = grid("sample: {trials: 30}\n", ALL_MAKES_SENSE, "{settings: 1, blocks: 3}");
        assertThat(trials(grid))
                .hasSize(30)
                .allSatisfy(trial -> assertThat(trial.replicate().phase()).isEqualTo(Phase.EVALUATION));
        assertThat(trials(grid)).extracting(trial -> trial.replicate().block()).contains(0, 1, 2);
        assertThat(grid.counts().drawnFrom()).hasValue(72);
    }

    /** Returns where the trials of a sample stand among those that depend on no result in the plan without it. */
    private static List<Integer> places(String keys) {
        List<Trial> all = trials(grid(keys.replaceFirst("sample:.*\n", ""), ALL_MAKES_SENSE));
        return trials(grid(keys, ALL_MAKES_SENSE)).stream().map(all::indexOf).toList();
    }

    /** Returns the trials of a sample, or those that depend on no result in a plan without one. */
    private static List<Trial> trials(Grid grid) {
        return grid.cells().stream()
                .flatMap(cell -> grid.drawnFrom().isPresent() ? cell.next(Map.of()).stream() : cell.known().stream())
                .toList();
    }

    private static Grid grid(String keys, Sense sense) {
        return grid(keys, sense, "{settings: 4, blocks: 1}");
    }

    private static Grid grid(String keys, Sense sense, String tier) {
        String plan = keys + "tier: " + tier + """

                models: [{cell: plain, hidden: 8}, {cell: plain, hidden: 9}]
                tasks: [{family: recall, lengths: [3, 4]}]
                """;
        return Grid.of(Plans.read(plan), FakeMethods.catalogue(), sense);
    }
}
