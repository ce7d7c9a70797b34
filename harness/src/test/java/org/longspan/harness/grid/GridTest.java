package org.longspan.harness.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.harness.fake.Results;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialId;
import org.longspan.harness.record.json.RecordJson;

/** What a plan crosses, block by block. */
class GridTest {

    /** Three optimizers, each under the control in c blocks and under two other clippings in b of them. */
    @ParameterizedTest
    @CsvSource({
        "smoke, 1, 1, 1",
        "quick, 5, 8, 1",
        "standard, 5, 12, 12",
        "full, 9, 16, 16",
        "'{settings: 3, blocks: 2, control: 5}', 4, 5, 2",
        "'{settings: 3, blocks: 2}', 4, 2, 2"
    })
    void aTierHasItsBlocksAndItsTrialsInEach(String tier, int trialsOfABlock, int control, int others) {
        Grid grid = Grids.of("tier: " + tier);
        for (String optimizer : List.of("descent", "heavy", "heavy-too")) {
            assertThat(blocks(grid, optimizer, "none"))
                    .isEqualTo(IntStream.range(0, control).boxed().toList());
            assertThat(blocks(grid, optimizer, "by-norm")).hasSize(others).doesNotHaveDuplicates();
            assertThat(blocks(grid, optimizer, "by-value")).hasSize(others).doesNotHaveDuplicates();
        }
        assertThat(grid.counts().trials()).isEqualTo(3 * (control + 2 * others) * trialsOfABlock);
        assertThat(grid.counts().blocks()).isEqualTo(3 * (control + 2 * others));
        assertThat(grid.counts().cells()).isEqualTo(9);
    }

    private static List<Integer> blocks(Grid grid, String optimizer, String clipping) {
        return grid.cells().stream()
                .filter(cell -> cell.arm().optimizer().equals(optimizer)
                        && cell.arm().clipping().equals(clipping))
                .map(GridCell::block)
                .toList();
    }

    @Test
    void countsAreThoseOfARun() {
        Grid grid = Grids.of("tier: quick");
        List<Trial> walked = grid.cells().stream()
                .flatMap(cell -> Grids.walk(cell, t -> Results.diverged()).stream())
                .toList();
        Map<String, Long> phases = walked.stream()
                .collect(
                        Collectors.groupingBy(trial -> trial.replicate().phase().word(), Collectors.counting()));
        assertThat(walked).doesNotHaveDuplicates().hasSize(grid.counts().trials());
        assertThat(phases).containsEntry("tuning", (long) grid.counts().tuningTrials());
        assertThat(phases).containsEntry("evaluation", (long) grid.counts().evaluationTrials());
    }

    @Test
    void aRunThatIsStoppedHasWholeBlocks() {
        Grid grid = Grids.of("tier: {settings: 1, blocks: 2, control: 5}");
        assertThat(grid.cells()).extracting(GridCell::block).isSorted();
    }

    /** Trials are equal, and so their results are, where the numbers of blocks alone grow. */
    @Test
    void quickIsAPartOfStandard() {
        Set<TrialId> standard = known(Grids.of("tier: standard"));
        assertThat(standard).containsAll(known(Grids.of("tier: quick"))).hasSize(4 * 3 * 3 * 12);
    }

    private static Set<TrialId> known(Grid grid) {
        return grid.cells().stream()
                .flatMap(cell -> cell.known().stream())
                .map(RecordJson::id)
                .collect(Collectors.toSet());
    }

    @Test
    void schedulesAndPoliciesAreCrossedWithTheArms() {
        Grid grid = Grids.of("""
                tier: {settings: 2, blocks: 1, control: 3}
                optimizers: [descent]
                clippings: [none, by-norm]
                schedules: [constant, decay]
                divergence: {non-finite-gradient: [fail, skip, shrink-recurrent]}
                """);
        assertThat(grid.cells()).hasSize(2 * 3 * (3 + 1));
        assertThat(grid.counts().cells()).isEqualTo(2 * 3 * 2);
        assertThat(grid.counts().blocks()).isEqualTo(2 * 3 * (3 + 1));
        assertThat(grid.cells().stream()
                        .map(cell -> cell.arm().schedule().name() + " "
                                + cell.arm().policy().name())
                        .distinct())
                .containsExactly(
                        "constant fail",
                        "constant skip",
                        "constant shrink-recurrent",
                        "decay fail",
                        "decay skip",
                        "decay shrink-recurrent");
        Trial trial = grid.cells().get(5).known().get(0);
        assertThat(trial.schedule().name()).isEqualTo("decay");
        assertThat(trial.nonFiniteGradient().name()).isEqualTo("shrink-recurrent");
    }

    @Test
    void problemsAreThePairsThatThePlanNames() {
        Grid grid = Grids.ofPlan("""
                tier: smoke
                problems:
                  - {models: [{cell: plain, hidden: 8}], tasks: [{family: recall, lengths: [3]}]}
                  - {models: [{cell: plain, hidden: 9}], tasks: [{family: recall, lengths: [4, 5]}]}
                optimizers: [descent]
                clippings: [none]
                """);
        assertThat(grid.cells())
                .extracting(cell -> cell.model().hidden() + " at " + cell.task().length())
                .containsExactly("8 at 3", "9 at 4", "9 at 5");
    }

    @Test
    void pairsThatThePlanLeavesOutAreNoCells() {
        Grid grid = Grids.ofPlan("""
                tier: {settings: 2, blocks: 1}
                models: [{cell: plain, hidden: 8, optimizers: [descent]}, {cell: plain, hidden: 9}]
                tasks: [{family: recall, lengths: [3]}]
                optimizers: [descent, heavy]
                clippings: [none]
                """);
        assertThat(grid.cells())
                .extracting(cell -> cell.model().hidden() + " " + cell.arm().optimizer())
                .containsExactly("8 descent", "9 descent", "9 heavy");
    }

    /** Also where it is the control, which runs in every block. */
    @ParameterizedTest
    @CsvSource({"by-value, 9", "none, 2"})
    void aSenselessArmIsOneTrialWithItsReason(String senseless, int blocksOfTheOthers) {
        Grid grid = Grids.of(
                "tier: quick",
                (model, optimizer, clipping) ->
                        clipping.name().equals(senseless) ? Optional.of("no site") : Optional.empty());
        int blocks = 3 * blocksOfTheOthers;
        assertThat(grid.counts().skips()).containsExactly(Map.entry("no site", 3));
        assertThat(grid.counts().trials()).isEqualTo(5 * blocks + 3);
        assertThat(grid.counts().evaluationTrials()).isEqualTo(blocks);
    }
}
