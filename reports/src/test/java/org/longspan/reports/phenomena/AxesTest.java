package org.longspan.reports.phenomena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.longspan.numerics.random.RandomStream;

class AxesTest {

    /** Both ends are written, hold every value, and nothing is written twice. */
    @Test
    void anAxisOfPowersEndsAtPowersThatAreWritten() {
        RandomStream random = new RandomStream(1);
        for (int i = 0; i < 1_000; i++) {
            double middle = random.uniform(-40, 40);
            double half = StrictMath.pow(10, random.uniform(-2, 2));
            List<Double> logs = List.of(middle - half, middle + half, Double.NEGATIVE_INFINITY, Double.NaN);
            PowerAxis axis = PowerAxis.holding(logs, 200, 40);
            assertThat(axis.ticks()).startsWith(axis.from()).endsWith(axis.to()).hasSizeBetween(2, 7);
            assertThat((double) axis.from()).isLessThanOrEqualTo(middle - half);
            assertThat((double) axis.to()).isGreaterThanOrEqualTo(middle + half);
        }
        assertThat(PowerAxis.holding(List.of(), 200, 40).ticks()).hasSize(2);
    }

    @Test
    void aPowerIsWrittenAsOne() {
        assertThat(PowerAxis.power(0)).isEqualTo("10⁰");
        assertThat(PowerAxis.power(-18)).isEqualTo("10⁻¹⁸");
        assertThat(PowerAxis.power(230)).isEqualTo("10²³⁰");
    }

    @Test
    void aMirroredAxisRisesOnBothSidesOfZero() {
        for (List<Double> ends : List.of(List.of(-41_963.0, 0.07), List.of(0.1, 4.0), List.of(-1e-9, -1e-12))) {
            MirroredAxis axis = MirroredAxis.holding(ends, 200, 40);
            double before = axis.at(-1e9);
            assertThat(before).isEqualTo(200);
            for (double value : new double[] {-1e4, -10, -0.1, 0, 0.1, 10, 1e4, 1e9}) {
                assertThat(axis.at(value)).isLessThanOrEqualTo(before);
                before = axis.at(value);
            }
            assertThat(before).isEqualTo(40);
        }
        MirroredAxis axis = MirroredAxis.holding(List.of(-100.0, 100.0, 1.0), 200, 40);
        assertThat(axis.at(0)).isCloseTo(120, within(1e-9));
        assertThat(axis.at(-100) - axis.at(-10)).isCloseTo(axis.at(10) - axis.at(100), within(1e-9));
    }

    @Test
    void ticksOfALinearAxisAreRoundAndWithin() {
        assertThat(Ticks.within(-0.32, 0.81, 5)).containsExactly(0.0, 0.5);
        assertThat(Ticks.within(-0.32, 0.81, 8)).hasSize(6).allMatch(x -> Math.abs(x * 5 - Math.rint(x * 5)) < 1e-9);
        assertThat(Ticks.text(-0.2)).isEqualTo("−0.2");
        assertThat(Ticks.signed(0.234)).isEqualTo("+0.23");
    }

    @Test
    void quartilesAreThoseOfTheOrderStatistics() {
        assertThat(Middle.of(List.of(4.0, 1.0, 3.0, 2.0, Double.NaN))).isEqualTo(new Middle(1.75, 2.5, 3.25));
        assertThat(Middle.of(List.of(7.0))).isEqualTo(new Middle(7, 7, 7));
        assertThat(Middle.of(List.of(1.0, 2.0, Double.POSITIVE_INFINITY)).median())
                .isEqualTo(2);
        assertThat(Middle.of(new ArrayList<>()).median()).isNaN();
    }
}
