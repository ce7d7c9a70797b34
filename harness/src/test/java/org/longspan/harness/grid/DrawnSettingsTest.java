package org.longspan.harness.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.harness.record.Choice;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.SearchRange;
import org.longspan.numerics.catalogue.Settings;

class DrawnSettingsTest {

    private static final SearchRange RATES = SearchRange.log(1e-4, 1);
    private static final SearchRange THRESHOLDS = SearchRange.log(0.01, 100);
    private static final String STANDARD = "tier: standard";

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, -7, 123_456_789})
    void theFourSettingsOfABlockLieOneInEachQuarterOfARange(long seed) {
        Grid grid = Grids.of(STANDARD + "\nseed: " + seed);
        for (int block = 0; block < 12; block++) {
            assertThat(parts(4, rates(grid, "heavy", block), RATES)).containsExactlyInAnyOrder(0, 1, 2, 3);
            assertThat(parts(4, thresholds(grid, "heavy", block), THRESHOLDS)).containsExactlyInAnyOrder(0, 1, 2, 3);
        }
    }

    /** The square of learning rate and threshold, cut into 2 × 2 boxes. */
    @Test
    void theFourSettingsOfABlockLieOneInEachQuarterOfTheSquare() {
        Grid grid = Grids.of(STANDARD);
        for (int block = 0; block < 12; block++) {
            List<Integer> rates = parts(2, rates(grid, "heavy", block), RATES);
            List<Integer> thresholds = parts(2, thresholds(grid, "heavy", block), THRESHOLDS);
            assertThat(IntStream.range(0, 4).mapToObj(i -> 2 * rates.get(i) + thresholds.get(i)))
                    .containsExactlyInAnyOrder(0, 1, 2, 3);
        }
    }

    @Test
    void ratesAndThresholdsAreNotTiedToEachOther() {
        long tied = LongStream.range(0, 200)
                .filter(block -> parts(4, values(block, "descent", "learning-rate"), RATES)
                        .equals(parts(4, values(block, "by-norm", "threshold"), THRESHOLDS)))
                .count();
        assertThat(tied).isLessThan(40);
    }

    @Test
    void fewerSettingsAreAPrefixOfMoreInEveryBlock() {
        Grid quick = Grids.of("tier: quick");
        Grid full = Grids.of("tier: full");
        for (int block = 0; block < 8; block++) {
            assertThat(rates(full, "heavy", block))
                    .hasSize(8)
                    .startsWith(rates(quick, "heavy", block).toArray(Double[]::new));
        }
    }

    @Test
    void everyBlockDrawsAnew() {
        Grid grid = Grids.of(STANDARD);
        Set<Double> seen = new HashSet<>();
        for (int block = 0; block < 12; block++) {
            seen.addAll(rates(grid, "heavy", block));
        }
        assertThat(seen).hasSize(4 * 12);
    }

    /** A single setting of 4,000 blocks: a tenth of the range has 400 of them, ± 19; a sum of squares ± 4.2. */
    @Test
    void overBlocksEveryPartOfARangeIsEquallyLikely() {
        int[] counts = new int[10];
        LongStream.range(0, 4000)
                .forEach(block -> counts[
                        parts(10, values(1, block, "descent", "learning-rate"), RATES)
                                .get(0)]++);
        double chiSquare = IntStream.of(counts)
                .mapToDouble(n -> (n - 400.0) * (n - 400) / 400)
                .sum();
        assertThat(chiSquare).isCloseTo(9, within(5 * Math.sqrt(18)));
    }

    @Test
    void anOptimizerMeetsTheSameSettingsUnderEveryClipping() {
        Grid grid = Grids.of(STANDARD);
        for (int block = 0; block < 12; block++) {
            List<Choice> settings =
                    Grids.cell(grid, "heavy", "none", block).arm().optimizers();
            for (String clipping : List.of("by-norm", "by-value")) {
                assertThat(Grids.cell(grid, "heavy", clipping, block).arm().optimizers())
                        .isEqualTo(settings);
            }
        }
    }

    @Test
    void kinMeetTheSameSettingsAndThresholds() {
        Grid grid = Grids.of(STANDARD);
        for (int block = 0; block < 12; block++) {
            GridArm heavy = Grids.cell(grid, "heavy", "by-norm", block).arm();
            GridArm form = Grids.cell(grid, "heavy-too", "by-norm", block).arm();
            assertThat(form.optimizer()).isEqualTo("heavy-too");
            assertThat(form.optimizers())
                    .extracting(Choice::settings)
                    .isEqualTo(heavy.optimizers().stream().map(Choice::settings).toList());
            assertThat(form.clippings()).isEqualTo(heavy.clippings());
        }
    }

    @Test
    void otherMethodsProblemsAndRootsDrawDifferently() {
        Grid grid = Grids.of(STANDARD);
        assertThat(rates(grid, "descent", 0)).doesNotContainAnyElementsOf(rates(grid, "heavy", 0));
        assertThat(thresholds(grid, "descent", 0)).doesNotContainAnyElementsOf(thresholds(grid, "heavy", 0));
        assertThat(values(0, "by-value", "threshold")).doesNotContainAnyElementsOf(values(0, "by-norm", "threshold"));
        assertThat(rates(Grids.of(STANDARD + "\nseed: 1"), "heavy", 0))
                .doesNotContainAnyElementsOf(rates(grid, "heavy", 0));
        Grid lengths = Grids.ofPlan("""
                tier: quick
                models: [{cell: plain, hidden: 8}]
                tasks: [{family: recall, lengths: [3, 4]}]
                """);
        assertThat(lengths.cells().stream()
                        .filter(cell ->
                                cell.block() == 0 && cell.arm().optimizer().equals("heavy"))
                        .flatMap(cell -> cell.arm().optimizers().stream())
                        .distinct())
                .as("4 settings on 2 lengths")
                .hasSize(8);
    }

    @Test
    void whatThePlanFixesIsNotTunedAndTheRestKeepsItsDraws() {
        Grid grid = Grids.of("""
                tier: standard
                optimizers: [{name: heavy, momentum: 0.75}]
                clippings: [none]
                """);
        for (int block = 0; block < 12; block++) {
            List<Choice> settings =
                    Grids.cell(grid, "heavy", "none", block).arm().optimizers();
            assertThat(settings).allMatch(choice -> choice.settings().number("momentum") == 0.75);
            assertThat(settings).allMatch(choice -> choice.settings().number("epsilon") == 1e-8);
            assertThat(rates(grid, "heavy", block)).isEqualTo(rates(Grids.of(STANDARD), "heavy", block));
        }
    }

    /** Returns the part of a logarithmic range that each value lies in, of so many equal parts. */
    private static List<Integer> parts(int parts, List<Double> values, SearchRange range) {
        return values.stream()
                .map(value -> (int) (parts * Math.log(value / range.from()) / Math.log(range.to() / range.from())))
                .toList();
    }

    private static List<Double> rates(Grid grid, String optimizer, int block) {
        return Grids.cell(grid, optimizer, "none", block).arm().optimizers().stream()
                .map(choice -> choice.settings().number("learning-rate"))
                .toList();
    }

    private static List<Double> thresholds(Grid grid, String optimizer, int block) {
        return Grids.cell(grid, optimizer, "by-norm", block).arm().clippings().stream()
                .map(choice -> choice.settings().number("threshold"))
                .toList();
    }

    private static List<Double> values(long block, String method, String setting) {
        return values(4, block, method, setting);
    }

    /** Returns the values of a setting that are drawn in the block with that seed. */
    private static List<Double> values(int settings, long block, String method, String setting) {
        DrawnSettings draws = new DrawnSettings(block, settings);
        Choice nothing = new Choice(method, Settings.NONE);
        boolean optimizer = Grids.METHODS.optimizers().names().contains(method);
        Entry<?> entry = optimizer
                ? Grids.METHODS.optimizers().named(method)
                : Grids.METHODS.clippings().named(method);
        return (optimizer ? draws.ofOptimizer(entry, nothing) : draws.ofClipping(entry, nothing))
                .stream().map(choice -> choice.settings().number(setting)).toList();
    }
}
