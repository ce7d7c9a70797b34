package org.longspan.tasks.adding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.SequenceTask;
import org.longspan.task.Standing;
import org.longspan.testkit.ChiSquare;

class UrnnAddingTest {

    private static final int MARK = 1;

    @Test
    void itIsTheDefault() {
        assertThat(new AddingProvider().variants().get(0).name()).isEqualTo("urnn");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 11, 40})
    void eachHalfHasOneMarkAndTheTargetIsTheSum(int length) {
        AddingSequence.each(task(length), MARK, 1000, sequence -> {
            assertThat(sequence.length()).isEqualTo(length);
            assertThat(sequence.marked()).hasSize(2);
            assertThat(sequence.marked().get(0)).isLessThan(length / 2);
            assertThat(sequence.marked().get(1)).isBetween(length / 2, 2 * (length / 2) - 1);
            for (float mark : sequence.marks()) {
                assertThat(mark).isIn(0f, 1f);
            }
            assertThat((double) sequence.target()).isCloseTo(sequence.sum(), within(1e-6));
        });
    }

    @Test
    void marksAreUniformInTheirHalvesAndIndependent() {
        long[] pairs = new long[5 * 5];
        AddingSequence.each(task(10), MARK, 50_000, sequence -> {
            pairs[sequence.marked().get(0) * 5 + sequence.marked().get(1) - 5]++;
        });
        assertThat(ChiSquare.deviate(pairs)).isBetween(-4.0, 4.0);
    }

    @Test
    void valuesAreUniformBetweenZeroAndOne() {
        long[] cells = new long[50];
        AddingSequence.each(task(10), MARK, 10_000, sequence -> {
            for (float value : sequence.values()) {
                cells[(int) Math.min(49, value * 50)]++;
                assertThat(value).isBetween(0f, 1f);
            }
        });
        assertThat(ChiSquare.deviate(cells)).isBetween(-4.0, 4.0);
    }

    /** The midpoint rule on x² over [0, 1] with n cells is short by 1/(12 n²). */
    @Test
    void chanceIsTheSpreadOfTheSumByIntegration() {
        int n = 1000;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double error = (i + 0.5) / n + (j + 0.5) / n - 1;
                sum += error * error;
            }
        }
        assertThat(standing().chance()).isCloseTo(sum / n / n, within(1e-6));
    }

    @Test
    void theConstantOneScoresChanceOnAHundredThousandSequences() {
        double[] squares = new double[1];
        AddingSequence.each(task(10), MARK, 100_000, sequence -> {
            squares[0] += (sequence.target() - 1) * (sequence.target() - 1);
        });
        // The standard deviation of (s - 1)² is √(1/15 - 1/36) = 0.197.
        assertThat(squares[0] / 100_000).isCloseTo(standing().chance(), within(4 * 0.197 / Math.sqrt(100_000)));
    }

    @Test
    void aLengthWithoutTwoHalvesIsRefused() {
        assertThatThrownBy(() -> new AddingProvider().create("urnn", 1, Settings.NONE))
                .hasMessage("task adding, variant urnn: length 1 is too short, expected at least 2");
    }

    private static Standing.Solvable standing() {
        return (Standing.Solvable) task(10).description().standing();
    }

    private static SequenceTask task(int length) {
        return new AddingProvider().create("urnn", length, Settings.NONE);
    }
}
