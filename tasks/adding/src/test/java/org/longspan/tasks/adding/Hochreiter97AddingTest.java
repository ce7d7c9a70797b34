package org.longspan.tasks.adding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.SequenceTask;
import org.longspan.task.Standing;
import org.longspan.testkit.ChiSquare;

class Hochreiter97AddingTest {

    private static final int MARK = 1;

    @ParameterizedTest
    @ValueSource(ints = {11, 20, 41, 100})
    void theEndsAreMarkedMinusOneAndTheTargetIsTheScaledSum(int length) {
        AddingSequence.each(task(length), MARK, 2000, sequence -> {
            int last = sequence.length() - 1;
            assertThat(sequence.marks()[0]).isEqualTo(-1f);
            assertThat(sequence.marks()[last]).isEqualTo(-1f);
            for (int t = 1; t < last; t++) {
                assertThat(sequence.marks()[t]).isIn(0f, 1f);
            }
            assertThat((double) sequence.target()).isCloseTo(0.5 + sequence.sum() / 4, within(1e-6));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 20, 41, 100})
    void bothMarksStandWhereThePaperPutsThem(int length) {
        AddingSequence.each(task(length), MARK, 2000, sequence -> {
            List<Integer> marked = sequence.marked();
            if (marked.size() == 1) { // the first mark fell on the first pair
                assertThat(sequence.values()[0]).isZero();
                assertThat(marked.get(0)).isBetween(1, length / 2 - 1);
            } else {
                assertThat(marked).hasSize(2);
                assertThat(marked).anyMatch(t -> t < 10).allMatch(t -> t < Math.max(10, length / 2 + 1));
            }
        });
    }

    @Test
    void theFirstMarkFallsOnTheFirstPairOnceInTen() {
        long[] lost = new long[10];
        int[] n = new int[1];
        AddingSequence.each(task(100), MARK, 50_000, sequence -> {
            if (sequence.marked().size() == 1) {
                lost[n[0] / 5000]++;
            }
            n[0]++;
        });
        long total = Arrays.stream(lost).sum();
        assertThat(total / 50_000.0).isCloseTo(0.1, within(4 * Math.sqrt(0.09 / 50_000)));
        assertThat(ChiSquare.deviate(lost)).isBetween(-4.0, 4.0);
    }

    /** At T = 100 a mark beyond the first ten pairs is the second one, and all 40 such places are equally probable. */
    @Test
    void theSecondMarkIsUniform() {
        long[] places = new long[40];
        AddingSequence.each(task(100), MARK, 50_000, sequence -> {
            int second = sequence.marked().get(sequence.marked().size() - 1);
            if (second >= 10 && second < 50) {
                places[second - 10]++;
            }
        });
        assertThat(ChiSquare.deviate(places)).isBetween(-4.0, 4.0);
    }

    @Test
    void lengthsAreUniformFromTToElevenTenths() {
        long[] lengths = new long[11];
        AddingSequence.each(task(100), MARK, 20_000, sequence -> lengths[sequence.length() - 100]++);
        assertThat(ChiSquare.deviate(lengths)).isBetween(-4.0, 4.0);
    }

    @Test
    void valuesAreUniformBetweenMinusOneAndOne() {
        long[] cells = new long[50];
        AddingSequence.each(task(20), MARK, 5000, sequence -> {
            for (int t = 1; t < sequence.length(); t++) {
                assertThat(sequence.values()[t]).isBetween(-1f, 1f);
                cells[(int) Math.min(49, (sequence.values()[t] + 1) * 25)]++;
            }
        });
        assertThat(ChiSquare.deviate(cells)).isBetween(-4.0, 4.0);
    }

    /** Enumerates the ten places of the first mark, and both values on a grid of midpoints. */
    @Test
    void chanceIsTheSpreadOfTheTargetByEnumeration() {
        int n = 400;
        double sum = 0;
        for (int place = 0; place < 10; place++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double first = place == 0 ? 0 : 2 * (i + 0.5) / n - 1;
                    double second = 2 * (j + 0.5) / n - 1;
                    sum += (first + second) * (first + second) / 16;
                }
            }
        }
        assertThat(standing().chance()).isCloseTo(sum / (10.0 * n * n), within(1e-6));
        assertThat(standing().chance()).isNotCloseTo(1.0 / 24, within(1e-3));
    }

    @Test
    void theConstantOneHalfScoresChanceOnAHundredThousandSequences() {
        double[] sums = new double[2];
        AddingSequence.each(task(11), MARK, 100_000, sequence -> {
            double square = (sequence.target() - 0.5) * (sequence.target() - 0.5);
            sums[0] += square;
            sums[1] += square * square;
        });
        double mean = sums[0] / 100_000;
        double standardError = Math.sqrt((sums[1] / 100_000 - mean * mean) / 100_000);
        assertThat(standardError).isLessThan(2e-4); // so that 1/24 would be 10 standard errors off
        assertThat(mean).isCloseTo(standing().chance(), within(4 * standardError));
    }

    @Test
    void aLengthWithoutTenPairsBeforeTheLastIsRefused() {
        assertThatThrownBy(() -> task(10))
                .hasMessage("task adding, variant hochreiter97: length 10 is too short, expected at least 11");
    }

    private static Standing.Solvable standing() {
        return (Standing.Solvable) task(100).description().standing();
    }

    private static SequenceTask task(int length) {
        return new AddingProvider().create("hochreiter97", length, Settings.NONE);
    }
}
