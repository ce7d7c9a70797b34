package org.longspan.reports.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.ProbeFinding.Table;

/** Numbers that follow from tables of probes, of tables made up so that the answer is known. */
class DerivedNumbersTest {

    private static Table table(String columns, double[]... rows) {
        Map<String, List<Double>> named = new LinkedHashMap<>();
        String[] names = columns.split(", ");
        for (int c = 0; c < names.length; c++) {
            List<Double> values = new ArrayList<>();
            for (double[] row : rows) {
                values.add(row[c]);
            }
            named.put(names[c], values);
        }
        return new Table("made up", named);
    }

    private static double[] row(double... values) {
        return values;
    }

    @Test
    void aCliffLosesTheWorkWhereTheLossIsBackHalfWayToChance() {
        String columns = "kind, batch loss before, validation loss";
        Table steps = table(
                columns,
                row(1, 0.9, 0.9), // before half of chance
                row(1, 0.2, 0.61), // over (0.2 + 1)/2
                row(2, 0.2, 0.59),
                row(1, 0.1, 0.1)); // a later cliff

        assertThat(DerivedNumbers.lost(steps, 1.0, 1)).isEqualTo(1);
        assertThat(DerivedNumbers.lost(steps, 1.0, 2)).isZero();
        assertThat(DerivedNumbers.lost(steps, 0.15, 1)).as("no cliff that low").isNaN();
        assertThat(DerivedNumbers.lost(table(columns, row(1, 0.2, Double.NaN)), 1.0, 1))
                .as("a loss that is no number is lost")
                .isEqualTo(1);
    }

    @Test
    void theTenthsOfTheNormsAreTheEndsOfTheirOrder() {
        double[][] rows = new double[40][];
        for (int i = 0; i < 40; i++) {
            // in no order of the norms 0 to 39: of the largest four three rise, of the smallest four one
            double norm = i * 7 % 40;
            rows[i] = row(norm, 1, norm >= 37 || norm == 0 ? 2 : 0.5);
        }
        Table updates = table("gradient norm, loss before, loss after", rows);

        assertThat(DerivedNumbers.raised(updates, false)).isEqualTo(0.75);
        assertThat(DerivedNumbers.raised(updates, true)).isEqualTo(0.25);
    }

    @Test
    void aRunHasEscapedIfItIsFiniteTwentyUpdatesLater() {
        double[][] rows = new double[60][];
        for (int i = 0; i < 60; i++) {
            rows[i] = row(i >= 5 && i < 20 ? Double.NaN : 1);
        }

        assertThat(DerivedNumbers.escaped(table("gradient norm", rows))).isEqualTo(1);
        rows[25] = row(Double.NaN);
        assertThat(DerivedNumbers.escaped(table("gradient norm", rows))).isZero();
        assertThat(DerivedNumbers.escaped(table("gradient norm", row(1), row(Double.NaN))))
                .as("the run ended before")
                .isZero();
        assertThat(DerivedNumbers.escaped(table("gradient norm", row(1)))).isNaN();
    }

    @Test
    void anExponentialIsStraightInItsLogarithmAndALineIsNot() {
        double[][] exponential = new double[30][];
        double[][] linear = new double[30][];
        for (int k = 0; k < 30; k++) {
            exponential[k] = row(k, -0.2 * k);
            linear[k] = row(k, Math.log10(31 - k));
        }

        assertThat(DerivedNumbers.exponential(table("lag, median", exponential)))
                .isGreaterThan(0.3);
        assertThat(DerivedNumbers.exponential(table("lag, median", linear))).isLessThan(-0.05);
    }

    @Test
    void theLineOfLeastSquaresHasTheSlopeOfTheNormalEquations() {
        double[] x = {0, 1, 2, 5};
        double[] y = {1, 3, 2, 8};

        // n Σxy - Σx Σy = 4·47 - 8·14 = 76, n Σx² - (Σx)² = 4·30 - 64 = 56
        assertThat(LeastSquares.of(x, y).slope()).isCloseTo(76.0 / 56, within(1e-12));
        // r = 76 / √(56 · (4·78 - 14²)) = 76 / √(56·116)
        assertThat(LeastSquares.of(x, y).r2()).isCloseTo(76.0 * 76 / (56 * 116), within(1e-12));
    }
}
