package org.longspan.reports.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.reports.statistics.Interval;

/** A forest plot holds what it is given, and as many ticks as there is room for. */
class ForestTest {

    private static final List<Interval> RANGES =
            List.of(new Interval(-0.1, 0.1), new Interval(0, 0.873), new Interval(-0.004, 0.31), new Interval(-1, 1));

    @Test
    void everyValueHasAPlaceAndZeroATick() {
        for (Interval range : RANGES) {
            Forest forest = Forest.across(range, 6, 100, 300);
            assertThat(forest.axis().from()).isLessThanOrEqualTo(range.low() + 1e-9);
            assertThat(forest.axis().to()).isGreaterThanOrEqualTo(range.high() - 1e-9);
            assertThat(forest.ticks()).hasSizeBetween(2, 6).contains(0.0);
        }
    }

    @Test
    void ticksAreRoundNumbersWithTheirSign() {
        Forest forest = Forest.across(new Interval(-0.08, 0.19), 7, 0, 100);
        assertThat(forest.ticks().stream().map(forest::signed))
                .containsExactly("−0.10", "−0.05", "0", "+0.05", "+0.10", "+0.15", "+0.20");
        assertThat(Forest.across(new Interval(0, 1), 6, 0, 100).ticks().stream().map(forest::plain))
                .containsExactly("0", "0.20", "0.40", "0.60", "0.80", "1.00");
    }

    @Test
    void aLineFromTheLowEndToTheHighEndCarriesTheEstimate() {
        Forest forest = Forest.across(new Interval(0, 1), 6, 100, 200);
        assertThat(drawn(forest, 0.5, new Interval(0.25, 0.75), true))
                .contains("<path class=\"interval\" d=\"M125 40L175 40\"/>")
                .contains("<circle class=\"disc\" cx=\"150\" cy=\"40\"");
    }

    @Test
    void uprightHigherIsBetter() {
        Forest forest = Forest.upright(new Interval(0, 1), 6, 200, 100);
        assertThat(drawn(forest, 0.5, new Interval(0.25, 0.75), false))
                .contains("<path class=\"interval\" d=\"M40 175L40 125\"/>")
                .contains("<circle class=\"ring\" cx=\"40\" cy=\"150\"");
    }

    @Test
    void withoutAnIntervalThereIsNoLine() {
        Svg svg = new Svg("a", 300, 300, "", "");
        Forest.across(new Interval(0, 1), 6, 100, 200).row(svg, 40, 0.5, Optional.empty(), false);
        assertThat(svg.end()).doesNotContain("<path").contains("<circle");
    }

    @Test
    void aHullHoldsAllIntervalsAndTheLeastRange() {
        Interval hull = Forest.hull(List.of(new Interval(-0.3, 0.01), new Interval(0, 0.02)), -0.1, 0.1);
        assertThat(hull.low()).isCloseTo(-0.3, within(0.0));
        assertThat(hull.high()).isCloseTo(0.1, within(0.0));
    }

    private static String drawn(Forest forest, double value, Interval interval, boolean filled) {
        Svg svg = new Svg("a", 300, 300, "", "");
        forest.row(svg, 40, value, Optional.of(interval), filled);
        return svg.end();
    }
}
