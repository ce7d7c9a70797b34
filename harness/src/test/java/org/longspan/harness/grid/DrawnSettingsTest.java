package org.longspan.harness.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.harness.fake.FakeMethods;
import org.longspan.harness.fake.Plans;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.record.Choice;
import org.longspan.numerics.catalogue.SearchRange;

class DrawnSettingsTest {

    private static final SearchRange RATES = SearchRange.log(1e-4, 1);
    private static final SearchRange THRESHOLDS = SearchRange.log(0.01, 100);

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, -7, 123_456_789})
    void fourSettingsLieOneInEachQuarterOfTheLearningRates(long seed) {
        assertThat(quarters(rates("quick", seed, "heavy", "none"), RATES)).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(quarters(thresholds("quick", seed, "heavy", "by-norm"), THRESHOLDS))
                .containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    @Test
    void ratesAndThresholdsAreNotTiedToEachOther() {
        long tied = LongStream.range(0, 200)
                .filter(seed -> quarters(rates("quick", seed, "heavy", "by-norm"), RATES)
                        .equals(quarters(thresholds("quick", seed, "heavy", "by-norm"), THRESHOLDS)))
                .count();
        assertThat(tied).isLessThan(40);
    }

    @Test
    void smokeIsAPrefixOfQuickAndStandardOfFull() {
        assertThat(rates("quick", 5, "heavy", "none").subList(0, 2)).isEqualTo(rates("smoke", 5, "heavy", "none"));
        assertThat(rates("full", 5, "heavy", "none").subList(0, 12)).isEqualTo(rates("standard", 5, "heavy", "none"));
        assertThat(rates("full", 5, "heavy", "none")).doesNotContainAnyElementsOf(rates("quick", 5, "heavy", "none"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quick", "standard"})
    void anOptimizerMeetsTheSameSettingsUnderEveryClipping(String tier) {
        assertThat(optimizers(tier, 0, "heavy", "none")).isEqualTo(optimizers(tier, 0, "heavy", "by-norm"));
        assertThat(thresholds(tier, 0, "heavy", "by-norm")).isEqualTo(thresholds(tier, 0, "descent", "by-norm"));
    }

    @Test
    void differentMethodsAndRootsDrawDifferently() {
        assertThat(rates("quick", 0, "heavy", "none")).isNotEqualTo(rates("quick", 0, "descent", "none"));
        assertThat(rates("quick", 0, "heavy", "none")).isNotEqualTo(rates("quick", 1, "heavy", "none"));
        assertThat(thresholds("quick", 0, "heavy", "by-norm"))
                .isNotEqualTo(thresholds("quick", 0, "heavy", "by-value"));
    }

    @Test
    void whatThePlanFixesIsNotTunedAndTheRestKeepsItsDraws() {
        Plan plan = Plans.read("""
                tier: quick
                models: [{cell: plain, hidden: 8}]
                tasks: [{family: recall, lengths: [3]}]
                optimizers: [{name: heavy, momentum: 0.75}]
                clippings: [none]
                budget: {updates: 40}
                """);
        GridCell cell = Grid.of(plan, FakeMethods.catalogue(), (m, o, c) -> java.util.Optional.empty())
                .cells()
                .get(0);
        assertThat(cell.optimizers()).allMatch(choice -> choice.settings().number("momentum") == 0.75);
        assertThat(cell.optimizers()).allMatch(choice -> choice.settings().number("epsilon") == 1e-8);
        assertThat(cell.optimizers().stream()
                        .map(c -> c.settings().number("learning-rate"))
                        .toList())
                .isEqualTo(rates("quick", 0, "heavy", "none"));
    }

    private static List<Integer> quarters(List<Double> values, SearchRange range) {
        return values.stream()
                .map(value -> (int) (4 * Math.log(value / range.from()) / Math.log(range.to() / range.from())))
                .toList();
    }

    private static List<Double> rates(String tier, long seed, String optimizer, String clipping) {
        return optimizers(tier, seed, optimizer, clipping).stream()
                .map(choice -> choice.settings().number("learning-rate"))
                .toList();
    }

    private static List<Double> thresholds(String tier, long seed, String optimizer, String clipping) {
        return cell(tier, seed, optimizer, clipping).clippings().stream()
                .map(choice -> choice.settings().number("threshold"))
                .toList();
    }

    private static List<Choice> optimizers(String tier, long seed, String optimizer, String clipping) {
        return cell(tier, seed, optimizer, clipping).optimizers();
    }

    private static GridCell cell(String tier, long seed, String optimizer, String clipping) {
        Grid grid = Grid.of(Plans.of(tier, seed), FakeMethods.catalogue(), (m, o, c) -> java.util.Optional.empty());
        return IntStream.range(0, grid.cells().size())
                .mapToObj(grid.cells()::get)
                .filter(c -> c.optimizers().get(0).name().equals(optimizer)
                        && c.clippings().get(0).name().equals(clipping))
                .findFirst()
                .orElseThrow();
    }
}
