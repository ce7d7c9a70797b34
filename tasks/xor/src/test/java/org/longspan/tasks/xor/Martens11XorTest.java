package org.longspan.tasks.xor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.Measure;
import org.longspan.task.SequenceTask;
import org.longspan.task.Standing;
import org.longspan.testkit.ChiSquare;
import org.longspan.testkit.DataDigest;

class Martens11XorTest {

    /** Writes the marks anew as the released code does: -1 at 0, then 1 at i and j, then -1 at L - 3. */
    @ParameterizedTest
    @ValueSource(ints = {20, 33, 100, 250})
    void theMarksAreThoseOfTheReleasedCode(int length) {
        XorSequence.each(task(length), 2000, sequence -> {
            int last = sequence.bits().length - 1;
            assertThat(last).isBetween(50 * length / 100, 55 * length / 100 - 1);
            int[] marked = sequence.marked();
            assertThat(marked).hasSize(2);
            assertThat(marked[0]).isBetween(length / 100, 10 * length / 100 - 1);
            assertThat(marked[1]).isBetween(15 * length / 100, 25 * length / 100 - 1);
            float[] marks = new float[last + 1];
            marks[0] = -1;
            marks[marked[0]] = 1;
            marks[marked[1]] = 1;
            marks[last - 3] = -1;
            assertThat(sequence.marks()).isEqualTo(marks);
        });
    }

    @Test
    void atAHundredTheTargetStandsBetweenStepsFiftyAndFiftyFour() {
        assertThat(task(100).description().steps()).isEqualTo(55);
        long[] lasts = new long[5];
        XorSequence.each(task(100), 10_000, sequence -> lasts[sequence.bits().length - 51]++);
        assertThat(ChiSquare.deviate(lasts)).isBetween(-4.0, 4.0);
    }

    @Test
    void theTargetIsWhetherTheMarkedBitsDiffer() {
        XorSequence.each(task(40), 2000, sequence -> {
            int[] marked = sequence.marked();
            boolean differ = sequence.bits()[marked[0]] != sequence.bits()[marked[1]];
            assertThat(sequence.target()).isEqualTo(differ ? 1 : 0);
        });
    }

    /** All four pairs are equally frequent, so one bit alone says nothing about the target. */
    @Test
    void theMarkedBitsAreUniformAndIndependent() {
        long[] pairs = new long[4];
        XorSequence.each(task(40), 20_000, sequence -> {
            int[] marked = sequence.marked();
            pairs[(int) (2 * sequence.bits()[marked[0]] + sequence.bits()[marked[1]])]++;
        });
        assertThat(ChiSquare.deviate(pairs)).isBetween(-4.0, 4.0);
    }

    @Test
    void everyInputIsAUniformBit() {
        long[] counts = new long[2];
        XorSequence.each(task(40), 5000, sequence -> {
            for (float bit : sequence.bits()) {
                assertThat(bit).isIn(0f, 1f);
                counts[(int) bit]++;
            }
        });
        assertThat(ChiSquare.deviate(counts)).isBetween(-4.0, 4.0);
    }

    /** At T = 40 there are 4 places for each mark. */
    @Test
    void marksAreUniformInTheirRangesAndIndependent() {
        long[] pairs = new long[4 * 4];
        XorSequence.each(task(40), 20_000, sequence -> pairs[4 * sequence.marked()[0] + sequence.marked()[1] - 6]++);
        assertThat(ChiSquare.deviate(pairs)).isBetween(-4.0, 4.0);
    }

    @Test
    void oneInAHundredMayBeWrong() {
        Standing.Solvable standing = (Standing.Solvable) task(100).description().standing();
        assertThat(standing.chance()).isEqualTo(StrictMath.log(2));
        assertThat(standing.measure()).isEqualTo(new Measure.SequencesMisclassified());
        assertThat(standing.solvedAtMost()).isEqualTo(0.01);
    }

    @Test
    void aLengthWhoseTwentiethIsNoStepIsRefused() {
        assertThatThrownBy(() -> task(19))
                .hasMessage("task xor, variant martens11: length 19 is too short, expected at least 20");
    }

    /** A changed digest means changed data: earlier results are no longer comparable. */
    @Test
    void theDataAreTheSameInEveryVersionAndOnEveryMachine() {
        assertThat(DataDigest.of(task(40))).isEqualTo("ef3291ec");
    }

    private static SequenceTask task(int length) {
        return new XorProvider().create("martens11", length, Settings.NONE);
    }
}
