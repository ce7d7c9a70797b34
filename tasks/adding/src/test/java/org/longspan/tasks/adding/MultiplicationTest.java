package org.longspan.tasks.adding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.Measure;
import org.longspan.task.SequenceTask;
import org.longspan.task.Standing;

/** Facts about the multiplication forms; their marks are tested with the adding forms. */
class MultiplicationTest {

    /** Where the first pair is marked, no mark of 1 shows it: its number is 1 and changes no product. */
    @ParameterizedTest
    @ValueSource(ints = {11, 20, 100})
    void hochreitersProductIsOfTheMarkedNumbersAndTheFirstNumberIsOneWhereItIsMarked(int length) {
        AddingSequence.each(task("hochreiter97", length), 1, 2000, sequence -> {
            List<Integer> marked = sequence.marked();
            for (float value : sequence.values()) {
                assertThat(value).isBetween(0f, 1f);
            }
            assertThat(sequence.marks()[0]).isEqualTo(-1f);
            assertThat(sequence.marks()[sequence.length() - 1]).isEqualTo(-1f);
            assertThat(marked).hasSizeBetween(1, 2);
            if (marked.size() == 1) {
                assertThat(sequence.values()[0]).isEqualTo(1f);
            }
            assertThat((double) sequence.target()).isCloseTo(sequence.product(), within(1e-6));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 33, 100})
    void pascanusProductIsOfTheMarkedNumbers(int length) {
        AddingSequence.each(task("pascanu13", length), 0, 2000, sequence -> {
            assertThat(sequence.marked()).hasSize(2);
            assertThat((double) sequence.target()).isCloseTo(sequence.product(), within(1e-6));
        });
    }

    /** Both values on a grid of midpoints; Hochreiter and Schmidhuber's first one is 1 in one of ten places. */
    @ParameterizedTest
    @CsvSource({"hochreiter97, 10", "martens11, 0", "pascanu13, 0"})
    void chanceIsTheSpreadOfTheProductByEnumeration(String variant, int places) {
        int n = 400;
        double count = 0;
        double sum = 0;
        double squares = 0;
        for (int place = 0; place < Math.max(1, places); place++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double first = places > 0 && place == 0 ? 1 : (i + 0.5) / n;
                    double product = first * (j + 0.5) / n;
                    count++;
                    sum += product;
                    squares += product * product;
                }
            }
        }
        double mean = sum / count;
        assertThat(standing(variant).chance()).isCloseTo(squares / count - mean * mean, within(1e-6));
        assertThat((double) task(variant, 100).description().meanTarget()[0]).isCloseTo(mean, within(1e-6));
    }

    @Test
    void fewerThanThirteenOfTwoThousandMayBeWrongInTheFirstPaper() {
        assertThat(standing("hochreiter97").measure()).isEqualTo(new Measure.SequencesBeyond(0.04));
        assertThat(standing("hochreiter97").solvedAtMost())
                .isGreaterThanOrEqualTo(12 / 2000.0)
                .isLessThan(13 / 2000.0);
    }

    @Test
    void ninetyNineOfTenThousandMayBeWrongByAFifthInPascanus() {
        assertThat(standing("pascanu13").measure()).isEqualTo(new Measure.SequencesBeyond(0.2));
        assertThat(standing("pascanu13").solvedAtMost()).isEqualTo(99 / 10_000.0);
    }

    private static Standing.Solvable standing(String variant) {
        return (Standing.Solvable) task(variant, 100).description().standing();
    }

    private static SequenceTask task(String variant, int length) {
        return new MultiplicationProvider().create(variant, length, Settings.NONE);
    }
}
