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

class Martens11Test {

    private static final int MARK = 1;

    /** Writes the marks anew as the released code does: -1 at 0, then 1 at i and j, then -1 at L - 3. */
    @ParameterizedTest
    @ValueSource(ints = {10, 19, 33, 100, 250})
    void theMarksAreThoseOfTheReleasedCode(int length) {
        AddingSequence.each(adding(length), MARK, 2000, sequence -> {
            int last = sequence.length() - 1;
            assertThat(last).isBetween(length, 11 * length / 10 - 1);
            assertThat(sequence.marked()).hasSize(2);
            int i = sequence.marked().get(0);
            int j = sequence.marked().get(1);
            assertThat(i).isBetween(length / 100, length / 10 - 1);
            assertThat(j).isBetween(length / 10, length / 2 - 1);
            float[] marks = new float[last + 1];
            marks[0] = -1;
            marks[i] = 1;
            marks[j] = 1;
            marks[last - 3] = -1;
            assertThat(sequence.marks()).isEqualTo(marks);
        });
    }

    @Test
    void belowAHundredTheFirstMarkMayTakeTheFirstStepAndFromThereOnNever() {
        assertThat(shareAtTheFirstStep(40)).isCloseTo(0.25, within(4 * Math.sqrt(0.25 * 0.75 / 1000)));
        assertThat(shareAtTheFirstStep(100)).isZero();
    }

    private static double shareAtTheFirstStep(int length) {
        int[] count = new int[1];
        AddingSequence.each(adding(length), MARK, 1000, sequence -> {
            count[0] += sequence.marked().get(0) == 0 ? 1 : 0;
        });
        return count[0] / 1000.0;
    }

    @Test
    void theTargetIsTheWholeSumOrTheProduct() {
        AddingSequence.each(adding(20), MARK, 1000, sequence -> {
            assertThat((double) sequence.target()).isCloseTo(sequence.sum(), within(1e-6));
        });
        AddingSequence.each(multiplication(20), MARK, 1000, sequence -> {
            assertThat((double) sequence.target()).isCloseTo(sequence.product(), within(1e-6));
        });
    }

    @Test
    void lengthsAreUniformBelowElevenTenths() {
        long[] lengths = new long[10];
        AddingSequence.each(adding(100), MARK, 20_000, sequence -> lengths[sequence.length() - 101]++);
        assertThat(ChiSquare.deviate(lengths)).isBetween(-4.0, 4.0);
    }

    /** At T = 20 there are 2 places for the first mark and 8 for the second. */
    @Test
    void marksAreUniformInTheirRangesAndIndependent() {
        long[] pairs = new long[2 * 8];
        AddingSequence.each(adding(20), MARK, 50_000, sequence -> {
            pairs[sequence.marked().get(0) * 8 + sequence.marked().get(1) - 2]++;
        });
        assertThat(ChiSquare.deviate(pairs)).isBetween(-4.0, 4.0);
    }

    @Test
    void valuesAreUniformBetweenZeroAndOne() {
        long[] cells = new long[50];
        AddingSequence.each(multiplication(20), MARK, 5000, sequence -> {
            for (float value : sequence.values()) {
                assertThat(value).isBetween(0f, 1f);
                cells[(int) Math.min(49, value * 50)]++;
            }
        });
        assertThat(ChiSquare.deviate(cells)).isBetween(-4.0, 4.0);
    }

    /** Exact shares of the constant predictor: 0.9216 of sums and 0.8888 of products are off by more than 0.04. */
    @Test
    void mostConstantsAreWrongByTheTightTolerance() {
        double[] wrong = new double[2];
        AddingSequence.each(adding(10), MARK, 50_000, sequence -> {
            wrong[0] += Math.abs(sequence.target() - 1) > 0.04 ? 1 : 0;
        });
        AddingSequence.each(multiplication(10), MARK, 50_000, sequence -> {
            wrong[1] += Math.abs(sequence.target() - 0.25) > 0.04 ? 1 : 0;
        });
        double product = 1 - below(0.29) + below(0.21);
        assertThat(wrong[0] / 50_000).isCloseTo(0.96 * 0.96, within(4 * Math.sqrt(0.92 * 0.08 / 50_000)));
        assertThat(wrong[1] / 50_000).isCloseTo(product, within(4 * Math.sqrt(0.89 * 0.11 / 50_000)));
    }

    /** P(x1 x2 < z) = z - z ln z. */
    private static double below(double z) {
        return z - z * StrictMath.log(z);
    }

    @Test
    void oneInAHundredMayBeOffByMoreThanFourHundredths() {
        for (SequenceTask task : new SequenceTask[] {adding(100), multiplication(100)}) {
            Standing.Solvable standing = (Standing.Solvable) task.description().standing();
            assertThat(standing.measure()).isEqualTo(new Measure.SequencesBeyond(0.04));
            assertThat(standing.solvedAtMost()).isEqualTo(0.01);
        }
    }

    @Test
    void aLengthWithoutAWholeTenthIsRefused() {
        assertThatThrownBy(() -> adding(9))
                .hasMessage("task adding, variant martens11: length 9 is too short, expected at least 10");
    }

    private static SequenceTask adding(int length) {
        return new AddingProvider().create("martens11", length, Settings.NONE);
    }

    private static SequenceTask multiplication(int length) {
        return new MultiplicationProvider().create("martens11", length, Settings.NONE);
    }
}
