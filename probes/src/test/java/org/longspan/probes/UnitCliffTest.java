package org.longspan.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.longspan.probes.ProbeErrors.hold;

import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ProbeErrors.class)
class UnitCliffTest {

    private static final UnitCliff UNIT = UnitCliff.OF_FIFTY_STEPS;

    /** E written again. */
    private static double error(double w, double b) {
        double x = 0.5;
        for (int t = 0; t < 50; t++) {
            x = w / (1 + StrictMath.exp(-x)) + b;
        }
        double y = 1 / (1 + StrictMath.exp(-x));
        return (y - 0.7) * (y - 0.7);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3, -2.7, -2.62, -2.5, -2})
    void theGradientIsADifference(double b) {
        UnitCliff.Point point = UNIT.at(5, b);
        double step = 1e-7;
        assertThat(point.error()).isEqualTo(error(5, b));
        double dw = (error(5 + step, b) - error(5 - step, b)) / (2 * step);
        double db = (error(5, b + step) - error(5, b - step)) / (2 * step);
        for (double[] pair : new double[][] {{point.dw(), dw}, {point.db(), db}}) {
            double difference = Math.max(0, Math.abs(pair[0] - pair[1]) - 1e-8) / Math.abs(pair[0]); // 1e-8 is rounding
            hold("cliff of one unit", "∂E/∂w and ∂E/∂b, differences", "", difference, 1e-4);
        }
    }

    /** The steepest b, found by ever finer grids around {@code near}. */
    private static UnitCliff.Point steepest(UnitCliff unit, double w, double near) {
        UnitCliff.Point best = unit.at(w, near);
        double reach = 0.05;
        for (int zoom = 0; zoom < 12; zoom++) {
            double middle = best.b();
            for (int i = -500; i <= 500; i++) {
                UnitCliff.Point point = unit.at(w, middle + reach * i / 500);
                best = Math.abs(point.db()) > Math.abs(best.db()) ? point : best;
            }
            reach /= 10;
        }
        return best;
    }

    @ParameterizedTest
    @ValueSource(doubles = {4.3, 4.6, 5, 5.5})
    void theWallStandsAtTheBifurcation(double w) {
        UnitCliff.Point found = steepest(UNIT, w, UnitCliff.wall(w));

        hold(
                "cliff of one unit",
                "b of the wall, the steepest place",
                "",
                Math.abs(found.b() - UnitCliff.wall(w)),
                0.01);
        assertThat(UnitCliff.wall(3.9)).isNaN();
        assertThat(UnitCliff.wall(4.2552)).isCloseTo(UnitCliff.wall(4.2554), within(2e-4));
    }

    @Test
    void theWallOfTheFigureIsWhereItWasFound() {
        assertThat(UnitCliff.wall(5)).isCloseTo(-2.61230, within(5e-6));
        assertThat(steepest(UNIT, 5, UnitCliff.wall(5)).b()).isCloseTo(-2.61234, within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 5.5})
    void theSteepnessGrowsExponentiallyWithTheLength(double w) {
        SimpleRegression line = new SimpleRegression();
        for (int steps = 40; steps <= 80; steps += 4) {
            UnitCliff.Point at = steepest(new UnitCliff(steps), w, UnitCliff.wall(w));
            line.addData(steps, StrictMath.log(Math.abs(at.db())));
        }

        assertThat(line.getSlope()).isCloseTo(UnitCliff.growth(w), within(0.005));
        assertThat(UnitCliff.growth(w)).isCloseTo(w == 5 ? 0.1613 : 0.2566, within(1e-4));
    }

    /** From the published start the unclipped step is thrown far and stays there; the clipped one descends. */
    @Test
    void clippingSavesTheDescent() {
        UnitCliff.Point start = UNIT.at(5, -2.55);
        double[] clipped = UNIT.path(start, 0.03, 1, 500).column("error");
        Table unclipped = UNIT.path(start, 0.03, Double.POSITIVE_INFINITY, 500);
        double farthest = 0;
        for (double w : unclipped.column("w")) {
            farthest = Math.max(farthest, Math.abs(w - 5));
        }

        assertThat(clipped[500]).isLessThan(0.01);
        assertThat(unclipped.column("error")[500]).isGreaterThan(0.08);
        assertThat(farthest).isGreaterThan(10);
    }

    /** At rate 0.05 most starts nearby show both outcomes. */
    @Test
    void mostStartsNearbyShowTheSame() {
        int both = 0;
        for (int i = 0; i <= 10; i++) {
            for (int j = 0; j <= 10; j++) {
                UnitCliff.Point start = UNIT.at(4.9 + 0.02 * i, -2.58 + 0.013 * j);
                double clipped = UNIT.path(start, 0.05, 1, 500).column("error")[500];
                double unclipped =
                        UNIT.path(start, 0.05, Double.POSITIVE_INFINITY, 500).column("error")[500];
                both += clipped < 0.01 && unclipped > 0.08 ? 1 : 0;
            }
        }

        assertThat(both).isGreaterThan(121 * 7 / 10);
    }

    @Test
    void theSurfaceIsAGrid() {
        Table surface = UNIT.surface(new UnitCliff.Axis(4.2, 5.8, 3), new UnitCliff.Axis(-3.1, -1.9, 4));

        assertThat(surface.column("w")).hasSize(12).startsWith(4.2, 4.2).endsWith(5.8);
        assertThat(surface.column("b")).startsWith(-3.1, -2.7).endsWith(-1.9);
        assertThat(surface.column("error")[5]).isEqualTo(error(surface.column("w")[5], surface.column("b")[5]));
    }
}
