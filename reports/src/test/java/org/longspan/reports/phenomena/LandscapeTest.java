package org.longspan.reports.phenomena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LandscapeTest {

    private static final double[] PLACES = new double[41];

    static {
        for (int i = 0; i < PLACES.length; i++) {
            PLACES[i] = i - 20;
        }
    }

    private interface Height {
        double at(double x, double y);
    }

    private static Landscape land(Height height) {
        double[][] heights = new double[PLACES.length][PLACES.length];
        for (int i = 0; i < PLACES.length; i++) {
            for (int j = 0; j < PLACES.length; j++) {
                heights[i][j] = height.at(PLACES[i], PLACES[j]);
            }
        }
        return new Landscape(PLACES, PLACES, heights);
    }

    /** The area within closed lines, counter-clockwise ones positive: the shoelace formula. */
    private static double area(List<List<double[]>> loops) {
        double twice = 0;
        for (List<double[]> loop : loops) {
            for (int k = 1; k < loop.size(); k++) {
                twice += loop.get(k - 1)[0] * loop.get(k)[1] - loop.get(k)[0] * loop.get(k - 1)[1];
            }
        }
        return twice / 2;
    }

    @Test
    void everyBorderIsClosed() {
        Landscape waves = land((x, y) -> StrictMath.sin(x) * StrictMath.cos(1.3 * y));
        for (double level : new double[] {-0.9, -0.2, 0, 0.3, 0.8}) {
            assertThat(waves.loops(level))
                    .isNotEmpty()
                    .allSatisfy(loop -> assertThat(loop.get(loop.size() - 1)).isEqualTo(loop.get(0)));
        }
    }

    @Test
    void theBorderOfAHillIsACircleAroundIt() {
        List<List<double[]>> loops = land((x, y) -> 100 - x * x - y * y).loops(0);

        assertThat(loops).hasSize(1);
        assertThat(loops.get(0))
                .allSatisfy(
                        p -> assertThat(StrictMath.hypot(p[0] - 20, p[1] - 20)).isCloseTo(10, within(0.05)));
        assertThat(area(loops)).isCloseTo(Math.PI * 100, within(1.5));
    }

    @Test
    void aHollowIsAHoleInWhatIsHigh() {
        assertThat(area(land((x, y) -> x * x + y * y).loops(100))).isCloseTo(1600 - Math.PI * 100, within(1.5));
    }

    @Test
    void allOfItIsAtLeastItsLowestLevelAndNothingOverItsHighest() {
        Landscape plane = land((x, y) -> x);
        assertThat(area(plane.loops(-20))).isEqualTo(1600);
        assertThat(area(plane.loops(0))).isEqualTo(800);
        assertThat(plane.loops(20.5)).isEmpty();
        assertThat(plane.atLeast(20.5, 0, 0, 10, 10).isEmpty()).isTrue();
    }

    @Test
    void whatIsNoNumberIsEndlesslyHigh() {
        Landscape torn = land((x, y) -> x > 10 ? Double.NaN : 0);
        assertThat(area(torn.loops(1e300))).isBetween(9.0 * 40, 10.0 * 40);
    }

    @Test
    void aPlaceIsAWholeNumberOnTheGridAndAShareBetween() {
        double[] places = {-100, -1, 0, 1, 100};
        assertThat(Landscape.place(places, 1)).isEqualTo(3);
        assertThat(Landscape.place(places, 50.5)).isEqualTo(3.5);
        assertThat(Landscape.place(places, -0.25)).isEqualTo(1.75);
    }
}
