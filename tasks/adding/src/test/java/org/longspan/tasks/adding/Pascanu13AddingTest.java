package org.longspan.tasks.adding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.Measure;
import org.longspan.task.SequenceTask;
import org.longspan.task.Standing;
import org.longspan.testkit.ChiSquare;

class Pascanu13AddingTest {

    private static final int MARK = 0;

    @ParameterizedTest
    @ValueSource(ints = {10, 20, 33, 100})
    void theMarksStandInTheFirstTenthAndBeforeTheMiddle(int length) {
        AddingSequence.each(task(length), MARK, 2000, sequence -> {
            int tenth = sequence.length() / 10;
            assertThat(sequence.length()).isBetween(length, length + length / 10 - 1);
            assertThat(sequence.marked()).hasSize(2);
            assertThat(sequence.marked().get(0)).isLessThan(tenth);
            assertThat(sequence.marked().get(1)).isBetween(tenth, tenth + 4 * sequence.length() / 10 - 1);
            assertThat(sequence.marks()).containsOnly(0f, 1f);
            assertThat((double) sequence.target()).isCloseTo(sequence.sum() / 2, within(1e-6));
        });
    }

    @Test
    void lengthsAreUniformBelowElevenTenths() {
        long[] lengths = new long[10];
        AddingSequence.each(task(100), MARK, 20_000, sequence -> lengths[sequence.length() - 100]++);
        assertThat(ChiSquare.deviate(lengths)).isBetween(-4.0, 4.0);
    }

    /** At T = 20 lengths are 20 and 21, so both marks have the same ranges in all sequences: 2 and 8 places. */
    @Test
    void marksAreUniformInTheirRangesAndIndependent() {
        long[] pairs = new long[2 * 8];
        AddingSequence.each(task(20), MARK, 50_000, sequence -> {
            pairs[sequence.marked().get(0) * 8 + sequence.marked().get(1) - 2]++;
        });
        assertThat(ChiSquare.deviate(pairs)).isBetween(-4.0, 4.0);
    }

    @Test
    void valuesAreUniformBetweenZeroAndOne() {
        long[] cells = new long[50];
        AddingSequence.each(task(20), MARK, 5000, sequence -> {
            for (float value : sequence.values()) {
                assertThat(value).isBetween(0f, 1f);
                cells[(int) Math.min(49, value * 50)]++;
            }
        });
        assertThat(ChiSquare.deviate(cells)).isBetween(-4.0, 4.0);
    }

    @Test
    void chanceIsTheSpreadOfTheHalfSumByIntegration() {
        int n = 1000;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double error = ((i + 0.5) / n + (j + 0.5) / n) / 2 - 0.5;
                sum += error * error;
            }
        }
        assertThat(standing().chance()).isCloseTo(sum / n / n, within(1e-6));
    }

    /** The share follows from the triangular density of the half sum: P(|e| > 0.2) = (1 - 0.4)² = 36 %. */
    @Test
    void theConstantOneHalfScoresChanceAndGets36PercentWrongOnAHundredThousandSequences() {
        double[] sums = new double[2];
        AddingSequence.each(task(10), MARK, 100_000, sequence -> {
            double error = sequence.target() - 0.5;
            sums[0] += error * error;
            sums[1] += error * error > 0.04 ? 1 : 0;
        });
        // The standard deviation of the squared error is √(1/15 - 1/36) / 4 = 0.0493.
        assertThat(sums[0] / 100_000).isCloseTo(standing().chance(), within(4 * 0.0493 / Math.sqrt(100_000)));
        assertThat(sums[1] / 100_000).isCloseTo(0.36, within(4 * Math.sqrt(0.36 * 0.64 / 100_000)));
    }

    @Test
    void ninetyNineOfTenThousandMayBeWrongAndNotAHundred() {
        assertThat(standing().measure()).isEqualTo(new Measure.SequencesBeyond(0.2));
        assertThat(standing().solvedAtMost())
                .isGreaterThanOrEqualTo(99 / 10_000.0)
                .isLessThan(100 / 10_000.0);
    }

    @Test
    void aLengthWithoutAWholeTenthIsRefused() {
        assertThatThrownBy(() -> task(9))
                .hasMessage("task adding, variant pascanu13: length 9 is too short, expected at least 10");
    }

    private static Standing.Solvable standing() {
        return (Standing.Solvable) task(100).description().standing();
    }

    private static SequenceTask task(int length) {
        return new AddingProvider().create("pascanu13", length, Settings.NONE);
    }
}
