package org.longspan.tasks.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.Measure;
import org.longspan.task.SequenceTask;
import org.longspan.task.Standing;
import org.longspan.testkit.ChiSquare;

class Pascanu13OrderTest {

    private static final int A = 0;

    @ParameterizedTest
    @ValueSource(ints = {10, 25, 39, 100})
    void bothSymbolsStandWhereThePublishedCodePutsThem(int length) {
        int tenth = length / 10;
        OrderSequence.each(task("pascanu13-2", length), 2000, sequence -> {
            int[] marked = sequence.marked(A);
            assertThat(sequence.symbols()).hasSize(length);
            assertThat(marked).hasSize(2);
            assertThat(marked[0]).isBetween(tenth, 2 * tenth - 1);
            assertThat(marked[1]).isBetween(length / 2, length / 2 + tenth - 1);
            assertThat(sequence.order()).isEqualTo(sequence.symbols()[marked[0]] + 2 * sequence.symbols()[marked[1]]);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 25, 39, 100})
    void allThreeSymbolsStandWhereThePublishedCodePutsThem(int length) {
        int tenth = length / 10;
        OrderSequence.each(task("pascanu13-3", length), 2000, sequence -> {
            int[] s = sequence.symbols();
            int[] marked = sequence.marked(A);
            assertThat(s).hasSize(length);
            assertThat(marked).hasSize(3);
            assertThat(marked[0]).isBetween(tenth, 2 * tenth - 1);
            assertThat(marked[1]).isBetween(3 * length / 10, 3 * length / 10 + tenth - 1);
            assertThat(marked[2]).isBetween(6 * length / 10, 6 * length / 10 + tenth - 1);
            assertThat(sequence.order()).isEqualTo(s[marked[0]] + 2 * s[marked[1]] + 4 * s[marked[2]]);
        });
    }

    /** At T = 50 there are 5 places for each symbol. */
    @Test
    void placesAreUniformAndIndependent() {
        long[] pairs = new long[5 * 5];
        OrderSequence.each(task("pascanu13-2", 50), 20_000, sequence -> {
            int[] marked = sequence.marked(A);
            pairs[5 * (marked[0] - 5) + marked[1] - 25]++;
        });
        assertThat(ChiSquare.deviate(pairs)).isBetween(-4.0, 4.0);
    }

    @ParameterizedTest
    @CsvSource({"pascanu13-2, 4", "pascanu13-3, 8"})
    void classesAndDistractorsAreUniform(String variant, int classes) {
        long[] orders = new long[classes];
        long[] distractors = new long[4];
        OrderSequence.each(task(variant, 20), 20_000, sequence -> {
            orders[sequence.order()]++;
            distractors[sequence.symbols()[0] - 2]++;
            distractors[sequence.symbols()[19] - 2]++;
        });
        assertThat(ChiSquare.deviate(orders)).isBetween(-4.0, 4.0);
        assertThat(ChiSquare.deviate(distractors)).isBetween(-4.0, 4.0);
    }

    /** 1.3863 and 2.0794. */
    @ParameterizedTest
    @CsvSource({"pascanu13-2, 1.3863", "pascanu13-3, 2.0794"})
    void chanceIsTheEntropyOfTheClassesAndNinetyNineOfTenThousandMayBeWrong(String variant, double chance) {
        Standing.Solvable standing =
                (Standing.Solvable) task(variant, 100).description().standing();
        assertThat(standing.chance()).isCloseTo(chance, within(5e-5));
        assertThat(standing.measure()).isEqualTo(new Measure.SequencesMisclassified());
        assertThat(standing.solvedAtMost()).isEqualTo(99 / 10_000.0);
    }

    private static SequenceTask task(String variant, int length) {
        return new OrderProvider().create(variant, length, Settings.NONE);
    }
}
