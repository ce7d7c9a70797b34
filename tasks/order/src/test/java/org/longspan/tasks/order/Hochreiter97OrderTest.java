package org.longspan.tasks.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.Measure;
import org.longspan.task.SequenceTask;
import org.longspan.task.Standing;
import org.longspan.testkit.ChiSquare;

class Hochreiter97OrderTest {

    private static final int X = 4;
    private static final int B = 6;
    private static final int E = 7;

    /** The paper's own numbers, which are of T = 100. */
    @Test
    void atAHundredTheSymbolsStandWhereThePaperPutsThem() {
        int[][] bounds = {{10, 20}, {50, 60}};
        OrderSequence.each(task("hochreiter97-2", 100), 5000, sequence -> stands(sequence, bounds));
        int[][] three = {{10, 20}, {33, 43}, {66, 76}};
        OrderSequence.each(task("hochreiter97-3", 100), 5000, sequence -> stands(sequence, three));
    }

    private static void stands(OrderSequence sequence, int[][] bounds) {
        assertThat(sequence.symbols()).hasSizeBetween(100, 110);
        int[] marked = sequence.marked(X);
        assertThat(marked).hasSize(bounds.length);
        for (int k = 0; k < bounds.length; k++) {
            assertThat(marked[k]).isBetween(bounds[k][0], bounds[k][1]);
        }
    }

    @ParameterizedTest
    @CsvSource({"hochreiter97-2, 10", "hochreiter97-2, 57", "hochreiter97-3, 10", "hochreiter97-3, 57"})
    void itStartsWithEEndsWithBAndHasDistractorsElsewhere(String variant, int length) {
        int count = variant.endsWith("2") ? 2 : 3;
        OrderSequence.each(task(variant, length), 2000, sequence -> {
            assertThat(sequence.symbols()).hasSizeBetween(length, length + length / 10);
            assertThat(sequence.marked(X)).hasSize(count);
            for (int t = 0; t <= sequence.last(); t++) {
                boolean end = t == 0 || t == sequence.last();
                assertThat(sequence.symbols()[t] >= B).isEqualTo(end);
            }
            assertThat(sequence.symbols()[0]).isEqualTo(E);
            assertThat(sequence.symbols()[sequence.last()]).isEqualTo(B);
        });
    }

    /** X, X is the first class; Y at the last place comes next: Q, R, S, U and so on. */
    @ParameterizedTest
    @CsvSource({"hochreiter97-2, 2", "hochreiter97-3, 3"})
    void theClassesAreInThePapersOrder(String variant, int count) {
        OrderSequence.each(task(variant, 30), 1000, sequence -> {
            StringBuilder binary = new StringBuilder();
            for (int t : sequence.marked(X)) {
                binary.append(sequence.symbols()[t] - X);
            }
            assertThat(binary).hasSize(count);
            assertThat(sequence.order()).isEqualTo(Integer.parseInt(binary.toString(), 2));
        });
    }

    @ParameterizedTest
    @CsvSource({"hochreiter97-2, 4", "hochreiter97-3, 8"})
    void classesPlacesLengthsAndDistractorsAreUniform(String variant, int classes) {
        long[] orders = new long[classes];
        long[] first = new long[11];
        long[] lengths = new long[11];
        long[] distractors = new long[4];
        OrderSequence.each(task(variant, 100), 20_000, sequence -> {
            orders[sequence.order()]++;
            first[sequence.marked(X)[0] - 10]++;
            lengths[sequence.symbols().length - 100]++;
            distractors[sequence.symbols()[1]]++;
        });
        assertThat(ChiSquare.deviate(orders)).isBetween(-4.0, 4.0);
        assertThat(ChiSquare.deviate(first)).isBetween(-4.0, 4.0);
        assertThat(ChiSquare.deviate(lengths)).isBetween(-4.0, 4.0);
        assertThat(ChiSquare.deviate(distractors)).isBetween(-4.0, 4.0);
    }

    /** At each output the target is 1 in one of C sequences and the best constant 1/C. */
    @ParameterizedTest
    @CsvSource({"hochreiter97-2, 4", "hochreiter97-3, 8"})
    void chanceIsTheSpreadOfAnOutput(String variant, double classes) {
        double one = (1 - 1 / classes) * (1 - 1 / classes) / classes;
        double zero = 1 / classes / classes * (1 - 1 / classes);
        assertThat(standing(variant).chance()).isCloseTo(one + zero, within(1e-12));
    }

    @Test
    void everyOutputMustBeWithinThreeTenths() {
        assertThat(standing("hochreiter97-2").measure()).isEqualTo(new Measure.SequencesBeyond(0.3));
        assertThat(standing("hochreiter97-3").measure()).isEqualTo(new Measure.SequencesBeyond(0.3));
    }

    private static Standing.Solvable standing(String variant) {
        return (Standing.Solvable) task(variant, 100).description().standing();
    }

    private static SequenceTask task(String variant, int length) {
        return new OrderProvider().create(variant, length, Settings.NONE);
    }
}
