package org.longspan.tasks.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.Measure;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Standing;
import org.longspan.testkit.ChiSquare;

class MemorizationTest {

    /** Concatenates, as the published generator does: symbols, T blanks, cue, n - 1 blanks; T + n blanks, symbols. */
    @ParameterizedTest
    @CsvSource({
        "memory-5-bit, 5, 2, 1",
        "memory-5-bit, 5, 2, 10",
        "memory-5-bit, 5, 2, 40",
        "memory-20-bit, 10, 5, 1",
        "memory-20-bit, 10, 5, 20"
    })
    void theLayoutIsThatOfThePublishedGenerator(String variant, int places, int symbols, int length) {
        SequenceTask task = task(variant, length);
        assertThat(task.description().steps()).isEqualTo(length + 2 * places);
        assertThat(task.description().inputs()).isEqualTo(symbols + 2);
        assertThat(task.description().outputs()).isEqualTo(symbols + 1);
        int[] cue = {symbols + 1};
        CopySequence.each(task, Split.TRAIN, 200, sequence -> {
            int[] pattern = Arrays.copyOf(sequence.inputs(), places);
            assertThat(Arrays.stream(pattern)).allMatch(symbol -> symbol >= 0 && symbol < symbols);
            assertThat(sequence.inputs())
                    .isEqualTo(join(pattern, blanks(length, symbols), cue, blanks(places - 1, symbols)));
            assertThat(sequence.targets()).isEqualTo(join(blanks(length + places, symbols), pattern));
        });
    }

    @Test
    void recallBeginsOnTheCueAndAloneIsInformative() {
        CopySequence.each(task("memory-5-bit", 10), Split.TRAIN, 100, sequence -> {
            assertThat(sequence.inputs()[15]).isEqualTo(3);
            for (int t = 0; t < 20; t++) {
                assertThat(sequence.informative()[t]).isEqualTo(t >= 15);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Split.class)
    void theThirtyTwoPatternsOfFiveBitsAreUniformInEverySplit(Split split) {
        long[] patterns = new long[32];
        CopySequence.each(task("memory-5-bit", 1), split, 20_000, sequence -> patterns[pattern(sequence, 5, 2)]++);
        assertThat(ChiSquare.deviate(patterns)).isBetween(-4.0, 4.0);
    }

    @Test
    void theSymbolsOfTwentyBitsAreUniformAndIndependent() {
        long[] firstThree = new long[125];
        long[] lastThree = new long[125];
        CopySequence.each(task("memory-20-bit", 1), Split.TRAIN, 20_000, sequence -> {
            int pattern = pattern(sequence, 10, 5);
            firstThree[pattern % 125]++;
            lastThree[pattern / 78125]++;
        });
        assertThat(ChiSquare.deviate(firstThree)).isBetween(-4.0, 4.0);
        assertThat(ChiSquare.deviate(lastThree)).isBetween(-4.0, 4.0);
    }

    @ParameterizedTest
    @CsvSource({"memory-5-bit, 10, 0.17328680", "memory-5-bit, 20, 0.11552453", "memory-20-bit, 20, 0.40235948"})
    void chanceIsTheMeanEntropyOfAStep(String variant, int length, double expected) {
        assertThat(chance(variant, length)).isCloseTo(expected, within(5e-9));
    }

    /** The predictor counts how often each class occurs at each step, and scores by these shares. */
    @Test
    void theBlindPredictorScoresChanceOnAHundredThousandSequences() {
        long[][] counts = new long[20][3];
        CopySequence.each(task("memory-5-bit", 10), Split.VALIDATION, 100_000, sequence -> {
            for (int t = 0; t < 20; t++) {
                counts[t][sequence.targets()[t]]++;
            }
        });
        double nats = 0;
        for (long[] step : counts) {
            for (long count : step) {
                nats -= count == 0 ? 0 : count * StrictMath.log(count / 100_000.0);
            }
        }
        assertThat(nats / 20 / 100_000).isCloseTo(chance("memory-5-bit", 10), within(1e-5));
    }

    @Test
    void ninetyNineOfTenThousandMayBeWrongAndNotAHundred() {
        Standing.Solvable standing = standing("memory-5-bit", 10);
        assertThat(standing.measure()).isEqualTo(new Measure.SequencesMisclassified());
        assertThat(standing.solvedAtMost())
                .isGreaterThanOrEqualTo(99 / 10_000.0)
                .isLessThan(100 / 10_000.0);
    }

    @Test
    void itSaysThatTheSplitsShareTheirPatterns() {
        assertThat(Memorization.FIVE_BIT.summary()).contains("32 patterns", "all splits");
    }

    @Test
    void aLengthOfZeroIsRefused() {
        assertThatThrownBy(() -> task("memory-5-bit", 0))
                .hasMessage("task copy, variant memory-5-bit: length 0 is too short, expected at least 1");
    }

    private static int pattern(CopySequence sequence, int places, int symbols) {
        int pattern = 0;
        for (int place = places - 1; place >= 0; place--) {
            pattern = pattern * symbols + sequence.inputs()[place];
        }
        return pattern;
    }

    private static int[] blanks(int count, int blank) {
        return IntStream.generate(() -> blank).limit(count).toArray();
    }

    private static int[] join(int[]... parts) {
        return Arrays.stream(parts).flatMapToInt(IntStream::of).toArray();
    }

    private static double chance(String variant, int length) {
        return standing(variant, length).chance();
    }

    private static Standing.Solvable standing(String variant, int length) {
        return (Standing.Solvable) task(variant, length).description().standing();
    }

    private static SequenceTask task(String variant, int length) {
        return new CopyProvider().create(variant, length, Settings.NONE);
    }
}
