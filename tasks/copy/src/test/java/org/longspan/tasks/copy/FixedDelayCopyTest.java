package org.longspan.tasks.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Standing;
import org.longspan.testkit.ChiSquare;

class FixedDelayCopyTest {

    @Test
    void itIsTheDefault() {
        assertThat(new CopyProvider().variants().get(0).name()).isEqualTo("urnn");
    }

    /** Concatenates, as the published generator does: symbols, T - 1 blanks, 9, ten blanks; T + 10 blanks, symbols. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 40})
    void theLayoutIsThatOfThePublishedGenerator(int length) {
        SequenceTask task = task(length);
        assertThat(task.description().steps()).isEqualTo(length + 20);
        assertThat(task.description().inputs()).isEqualTo(10);
        assertThat(task.description().outputs()).isEqualTo(9);
        CopySequence.each(task, Split.TRAIN, 200, sequence -> {
            int[] symbols = Arrays.copyOf(sequence.inputs(), 10);
            int[] blanks = new int[10];
            assertThat(Arrays.stream(symbols)).allMatch(symbol -> symbol >= 1 && symbol <= 8);
            assertThat(sequence.inputs()).isEqualTo(join(symbols, new int[length - 1], new int[] {9}, blanks));
            assertThat(sequence.targets()).isEqualTo(join(blanks, new int[length], symbols));
        });
    }

    @Test
    void recallBeginsOneStepAfterTheDelimiterAndAloneIsInformative() {
        CopySequence.each(task(10), Split.TRAIN, 100, sequence -> {
            assertThat(sequence.inputs()[19]).isEqualTo(9);
            for (int t = 0; t < 30; t++) {
                assertThat(sequence.informative()[t]).isEqualTo(t >= 20);
            }
        });
    }

    @Test
    void symbolsAreUniformAtEveryPlace() {
        long[][] counts = new long[10][8];
        CopySequence.each(task(1), Split.TRAIN, 20_000, sequence -> {
            for (int place = 0; place < 10; place++) {
                counts[place][sequence.inputs()[place] - 1]++;
            }
        });
        for (long[] place : counts) {
            assertThat(ChiSquare.deviate(place)).isBetween(-4.0, 4.0);
        }
    }

    @Test
    void neighboursAreIndependent() {
        long[] pairs = new long[64];
        CopySequence.each(task(1), Split.TRAIN, 20_000, sequence -> {
            for (int place = 0; place < 10; place += 2) {
                pairs[8 * (sequence.inputs()[place] - 1) + sequence.inputs()[place + 1] - 1]++;
            }
        });
        assertThat(ChiSquare.deviate(pairs)).isBetween(-4.0, 4.0);
    }

    /** The values that papers print for 10 ln 8 / (T + 20). */
    @ParameterizedTest
    @CsvSource({"100, 0.17329", "200, 0.09452", "300, 0.06498", "500, 0.03999"})
    void chanceIsThePublishedBaseline(int length, double published) {
        assertThat(chance(length)).isCloseTo(published, within(5e-6));
    }

    /** The entropy of each step by its definition, summed over the steps: blanks have none. */
    @Test
    void chanceIsTheMeanEntropyOfAStep() {
        double entropy = 0;
        for (int symbol = 0; symbol < 8; symbol++) {
            entropy -= 0.125 * StrictMath.log(0.125);
        }
        assertThat(chance(40)).isCloseTo((50 * 0 + 10 * entropy) / 60, within(1e-12));
    }

    /** The predictor counts how often each class occurs at each step, and scores by these shares. */
    @Test
    void theBlindPredictorScoresChanceOnAHundredThousandSequences() {
        long[][] counts = new long[30][9];
        CopySequence.each(task(10), Split.VALIDATION, 100_000, sequence -> {
            for (int t = 0; t < 30; t++) {
                counts[t][sequence.targets()[t]]++;
            }
        });
        double nats = 0;
        for (long[] step : counts) {
            for (long count : step) {
                nats -= count == 0 ? 0 : count * StrictMath.log(count / 100_000.0);
            }
        }
        assertThat(nats / 30 / 100_000).isCloseTo(chance(10), within(5e-5));
    }

    @Test
    void aLengthOfZeroIsRefused() {
        assertThatThrownBy(() -> task(0))
                .hasMessage("task copy, variant urnn: length 0 is too short, expected at least 1");
    }

    /** Concatenates: symbols, T blanks, 9, nine blanks; T + 10 blanks, symbols. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 40})
    void theDelimiterStandsOnTheFirstSymbolOfTheRecall(int length) {
        CopySequence.each(task("exprnn", length), Split.TRAIN, 200, sequence -> {
            int[] symbols = Arrays.copyOf(sequence.inputs(), 10);
            assertThat(Arrays.stream(symbols)).allMatch(symbol -> symbol >= 1 && symbol <= 8);
            assertThat(sequence.inputs()).isEqualTo(join(symbols, new int[length], new int[] {9}, new int[9]));
            assertThat(sequence.targets()).isEqualTo(join(new int[length + 10], symbols));
            for (int t = 0; t < length + 20; t++) {
                assertThat(sequence.informative()[t]).isEqualTo(t >= length + 10);
            }
        });
    }

    @Test
    void shapeChanceAndCriterionAreThoseOfTheOtherConvention() {
        var here = task("exprnn", 100).description();
        var there = task("urnn", 100).description();
        assertThat(here.steps()).isEqualTo(there.steps());
        assertThat(here.inputs()).isEqualTo(there.inputs());
        assertThat(here.outputs()).isEqualTo(there.outputs());
        assertThat(here.standing()).isEqualTo(there.standing());
    }

    private static int[] join(int[]... parts) {
        return Arrays.stream(parts).flatMapToInt(IntStream::of).toArray();
    }

    private static double chance(int length) {
        return ((Standing.Solvable) task(length).description().standing()).chance();
    }

    private static SequenceTask task(int length) {
        return task("urnn", length);
    }

    private static SequenceTask task(String variant, int length) {
        return new CopyProvider().create(variant, length, Settings.NONE);
    }
}
