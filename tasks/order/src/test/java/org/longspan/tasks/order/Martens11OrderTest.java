package org.longspan.tasks.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.Measure;
import org.longspan.task.SequenceTask;
import org.longspan.task.Standing;
import org.longspan.testkit.ChiSquare;

class Martens11OrderTest {

    private static final int X = 4;
    private static final int TRIGGER = 6;
    private static final int START = 7;

    @ParameterizedTest
    @CsvSource({"martens11-2, 1", "martens11-3, 0"})
    void theTriggerComesOneStepBeforeTheQuestionOfTwoSymbolsAndWithThatOfThree(String variant, int before) {
        OrderSequence.each(task(variant, 100), 2000, sequence -> {
            assertThat(sequence.last()).isBetween(100, 109);
            for (int t = 0; t <= sequence.last(); t++) {
                assertThat(sequence.symbols()[t] == START).isEqualTo(t == 0);
                assertThat(sequence.symbols()[t] == TRIGGER).isEqualTo(t == sequence.last() - before);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 33, 100, 250})
    void bothSymbolsStandInTheirRanges(int length) {
        OrderSequence.each(task("martens11-2", length), 2000, sequence -> {
            int[] marked = sequence.marked(X);
            assertThat(marked).hasSize(2);
            assertThat(marked[0]).isBetween(length / 100, 10 * length / 100);
            assertThat(marked[1]).isBetween(40 * length / 100, 50 * length / 100);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 33, 100, 250})
    void allThreeSymbolsStandInTheirRanges(int length) {
        OrderSequence.each(task("martens11-3", length), 2000, sequence -> {
            int[] marked = sequence.marked(X);
            assertThat(marked).hasSize(3);
            assertThat(marked[0]).isBetween(length / 100, 10 * length / 100);
            assertThat(marked[1]).isBetween(30 * length / 100, 40 * length / 100);
            assertThat(marked[2]).isBetween(50 * length / 100, 60 * length / 100);
        });
    }

    /** Bit k of n is the k-th symbol, so four or eight sequences in a row have all classes. */
    @ParameterizedTest
    @CsvSource({"martens11-2, 2", "martens11-3, 3"})
    void theClassesOfEveryMinibatchAreBalanced(String variant, int count) {
        int[] n = new int[1];
        OrderSequence.each(task(variant, 40), 1000, sequence -> {
            int[] s = Arrays.stream(sequence.marked(X))
                    .map(t -> sequence.symbols()[t] - X)
                    .toArray();
            for (int k = 0; k < count; k++) {
                assertThat(s[k]).isEqualTo(n[0] >> k & 1);
            }
            assertThat(sequence.order()).isEqualTo(count == 2 ? 2 * s[0] + s[1] : s[0] + 2 * s[1] + 4 * s[2]);
            n[0]++;
        });
    }

    @Test
    void placesAreUniformWithTheirBounds() {
        long[] first = new long[10];
        long[] second = new long[11];
        OrderSequence.each(task("martens11-2", 100), 20_000, sequence -> {
            first[sequence.marked(X)[0] - 1]++;
            second[sequence.marked(X)[1] - 40]++;
        });
        assertThat(ChiSquare.deviate(first)).isBetween(-4.0, 4.0);
        assertThat(ChiSquare.deviate(second)).isBetween(-4.0, 4.0);
    }

    @ParameterizedTest
    @CsvSource({"martens11-2, 4", "martens11-3, 8"})
    void chanceIsTheEntropyOfTheClassesAndOneInAHundredMayBeWrong(String variant, int classes) {
        Standing.Solvable standing =
                (Standing.Solvable) task(variant, 100).description().standing();
        assertThat(standing.chance()).isEqualTo(StrictMath.log(classes));
        assertThat(standing.measure()).isEqualTo(new Measure.SequencesMisclassified());
        assertThat(standing.solvedAtMost()).isEqualTo(0.01);
    }

    private static SequenceTask task(String variant, int length) {
        return new OrderProvider().create(variant, length, Settings.NONE);
    }
}
