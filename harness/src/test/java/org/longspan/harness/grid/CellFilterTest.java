package org.longspan.harness.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.harness.refusal.UserError;

/** A part of a grid is what {@code --only} names. */
class CellFilterTest {

    private static final Grid GRID = Grids.ofPlan("""
            tier: {settings: 1, blocks: 2, control: 3}
            models: [{cell: plain, hidden: 8}, {cell: gated, hidden: 8}]
            tasks: [{family: recall, lengths: [3, 4]}]
            schedules: [constant, decay]
            divergence: {non-finite-gradient: [fail, skip]}
            """);

    /** 3 optimizers × 7 blocks of the clippings × 2 models × 2 lengths × 2 schedules × 2 policies. */
    private static final int ALL = 3 * 7 * 16;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 1",
                "optimizer=heavy | 1 / 3",
                "optimizer=heavy,optimizer=descent | 2 / 3",
                "clipping=none | 3 / 7",
                "clipping=none,clipping=by-norm | 5 / 7",
                "model=gated | 1 / 2",
                "task=recall | 1",
                "length=4 | 1 / 2",
                "length=3,length=4 | 1",
                "schedule=decay | 1 / 2",
                "policy=skip | 1 / 2",
                "optimizer=heavy, clipping=none, model=plain, length=3, schedule=decay, policy=fail, block=2 | 1 / 336"
            })
    void aPartHasItsShareInTheGridsOrder(String only, String share) {
        String[] parts = share.split(" / ");
        int expected = ALL * Integer.parseInt(parts[0]) / (parts.length == 1 ? 1 : Integer.parseInt(parts[1]));
        List<GridCell> part = CellFilter.of(only, GRID);
        assertThat(part).hasSize(expected);
        assertThat(GRID.cells()).containsSubsequence(part).hasSize(ALL);
    }

    @Test
    void aBlockHasTheCellsThatAreDealtToIt() {
        for (int block = 0; block < 3; block++) {
            int number = block;
            assertThat(CellFilter.of("block=" + block, GRID))
                    .isEqualTo(GRID.cells().stream()
                            .filter(cell -> cell.block() == number)
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "optimiser=heavy | --only optimiser=heavy is given, expected key=value with one of the keys optimizer",
                "optimiser=heavy | did you mean optimizer?",
                "heavy | --only heavy is given, expected key=value with one of the keys",
                "'optimizer=heavy,' | expected key=value",
                "optimizer=hevy | --only optimizer=hevy: no cell of plan test has it, expected one of descent, heavy",
                "block=3 | --only block=3: no cell of plan test has it, expected one of 0, 1, 2",
                "optimizer= | no cell of plan test has it",
                "',' | expected key=value with one of the keys"
            })
    void whatNamesNoPartIsRefusedInOneSentence(String only, String message) {
        assertThatThrownBy(() -> CellFilter.of(only, GRID))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("--only ")
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void valuesThatNoCellHasTogetherAreRefused() {
        Grid grid = Grids.ofPlan("""
                tier: smoke
                problems:
                  - {models: [{cell: plain}], tasks: [{family: recall, lengths: [3]}]}
                  - {models: [{cell: gated}], tasks: [{family: recall, lengths: [4]}]}
                """);
        assertThatThrownBy(() -> CellFilter.of("model=plain,length=4", grid))
                .isInstanceOf(UserError.class)
                .hasMessage("--only model=plain,length=4 leaves no cell of plan test, expected values that meet in at"
                        + " least one cell");
    }
}
