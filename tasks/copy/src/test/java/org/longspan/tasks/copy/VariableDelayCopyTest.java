package org.longspan.tasks.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Standing;
import org.longspan.testkit.ChiSquare;

class VariableDelayCopyTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 40})
    void theRecallBeginsOneStepAfterTheDelimiterAndBlanksFillTheRest(int length) {
        CopySequence.each(task(length), Split.TRAIN, 200, sequence -> {
            int[] symbols = Arrays.copyOf(sequence.inputs(), 10);
            int delay = delay(sequence);
            assertThat(Arrays.stream(symbols)).allMatch(symbol -> symbol >= 1 && symbol <= 8);
            assertThat(delay).isBetween(1, length);
            assertThat(sequence.inputs())
                    .isEqualTo(join(symbols, new int[delay - 1], new int[] {9}, new int[10 + length - delay]));
            assertThat(sequence.targets()).isEqualTo(join(new int[10 + delay], symbols, new int[length - delay]));
            for (int t = 0; t < length + 20; t++) {
                assertThat(sequence.informative()[t]).isEqualTo(t >= delay + 10 && t < delay + 20);
            }
        });
    }

    @Test
    void allDelaysAreEquallyProbable() {
        long[] delays = new long[40];
        CopySequence.each(task(40), Split.TRAIN, 20_000, sequence -> delays[delay(sequence) - 1]++);
        assertThat(ChiSquare.deviate(delays)).isBetween(-4.0, 4.0);
    }

    @Test
    void symbolsAreUniformAndIndependentOfTheDelay() {
        long[] cells = new long[4 * 8];
        CopySequence.each(
                task(4),
                Split.TRAIN,
                20_000,
                sequence -> cells[8 * (delay(sequence) - 1) + sequence.inputs()[9] - 1]++);
        assertThat(ChiSquare.deviate(cells)).isBetween(-4.0, 4.0);
    }

    /** With a single delay it is the chance of the fixed delay. */
    @Test
    void chanceWithOneDelayIsTheBaselineOfTheFixedDelay() {
        assertThat(chance(1)).isCloseTo(10 * StrictMath.log(8) / 21, within(1e-12));
    }

    /** By hand for the delays 1 and 2: the first and the eleventh step of eleven recall with probability 1/2. */
    @Test
    void chanceWithTwoDelaysIsThatDoneByHand() {
        double ln2 = StrictMath.log(2);
        assertThat(chance(2)).isCloseTo((2 * ln2 + 10 * 3 * ln2) / 22, within(1e-12));
    }

    private static int delay(CopySequence sequence) {
        return IntStream.range(0, sequence.inputs().length)
                        .filter(t -> sequence.inputs()[t] == 9)
                        .findFirst()
                        .orElseThrow()
                - 9;
    }

    private static int[] join(int[]... parts) {
        return Arrays.stream(parts).flatMapToInt(IntStream::of).toArray();
    }

    private static double chance(int length) {
        return ((Standing.Solvable) task(length).description().standing()).chance();
    }

    private static SequenceTask task(int length) {
        return new CopyProvider().create("variable-delay", length, Settings.NONE);
    }
}
