package org.longspan.tasks.permutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
import org.longspan.testkit.DataDigest;

class PermutationTest {

    @ParameterizedTest
    @CsvSource({"martens11, 2", "martens11, 40", "pascanu13, 2", "pascanu13, 40"})
    void oneOfTwoSymbolsComesFirstAndNeverAgain(String variant, int length) {
        SequenceTask task = task(variant, length);
        assertThat(task.description().steps()).isEqualTo(length);
        assertThat(task.description().inputs()).isEqualTo(100);
        assertThat(task.description().outputs()).isEqualTo(100);
        PermutationSequence.each(task, 500, sequence -> {
            assertThat(sequence.inputs()[0]).isBetween(0, 1);
            assertThat(Arrays.stream(sequence.inputs()).skip(1)).allMatch(symbol -> symbol >= 2 && symbol < 100);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 40})
    void hessianFreeIsAskedForTheNextSymbolAndAtLastForTheFirst(int length) {
        PermutationSequence.each(task("martens11", length), 500, sequence -> {
            for (int t = 0; t < length; t++) {
                assertThat(sequence.targets()[t]).isEqualTo(sequence.inputs()[(t + 1) % length]);
                assertThat(sequence.informative()[t]).isEqualTo(t == length - 1);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 40})
    void pascanuAsksForTheFirstSymbolAtTheEndAlone(int length) {
        PermutationSequence.each(task("pascanu13", length), 500, sequence -> {
            for (int t = 0; t < length; t++) {
                assertThat(sequence.targets()[t]).isEqualTo(t == length - 1 ? sequence.inputs()[0] : -1);
            }
        });
    }

    @Test
    void inEveryMinibatchOfHessianFreeBothFirstSymbolsAreAsFrequent() {
        int[] n = new int[1];
        PermutationSequence.each(
                task("martens11", 3),
                1000,
                sequence -> assertThat(sequence.inputs()[0]).isEqualTo(n[0]++ % 2));
    }

    @Test
    void pascanusFirstSymbolsAreUniform() {
        long[] counts = new long[2];
        PermutationSequence.each(task("pascanu13", 2), 20_000, sequence -> counts[sequence.inputs()[0]]++);
        assertThat(ChiSquare.deviate(counts)).isBetween(-4.0, 4.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"martens11", "pascanu13"})
    void theOtherSymbolsAreUniformAndIndependent(String variant) {
        long[] symbols = new long[98];
        long[] neighbours = new long[49 * 49];
        PermutationSequence.each(task(variant, 11), 10_000, sequence -> {
            for (int t = 1; t < 11; t += 2) {
                symbols[sequence.inputs()[t] - 2]++;
                neighbours[(sequence.inputs()[t] - 2) / 2 * 49 + (sequence.inputs()[t + 1] - 2) / 2]++;
            }
        });
        assertThat(ChiSquare.deviate(symbols)).isBetween(-4.0, 4.0);
        assertThat(ChiSquare.deviate(neighbours)).isBetween(-4.0, 4.0);
    }

    /** The entropy of each step by its definition, as a mean over the steps. */
    @ParameterizedTest
    @ValueSource(ints = {2, 10, 100})
    void chanceOfHessianFreeIsTheMeanEntropyOfAStep(int length) {
        double nats = -2 * 0.5 * StrictMath.log(0.5);
        for (int t = 0; t < length - 1; t++) {
            for (int symbol = 2; symbol < 100; symbol++) {
                nats -= StrictMath.log(1.0 / 98) / 98;
            }
        }
        assertThat(standing("martens11", length).chance()).isCloseTo(nats / length, within(1e-9));
    }

    @Test
    void chanceOfPascanuIsOneBit() {
        assertThat(standing("pascanu13", 100).chance()).isEqualTo(StrictMath.log(2));
    }

    @Test
    void whatCountsIsTheLastSymbol() {
        assertThat(standing("martens11", 10).measure()).isEqualTo(new Measure.SymbolsMisclassified());
        assertThat(standing("martens11", 10).solvedAtMost()).isEqualTo(0.01);
        assertThat(standing("pascanu13", 10).measure()).isEqualTo(new Measure.SequencesMisclassified());
        assertThat(standing("pascanu13", 10).solvedAtMost()).isEqualTo(99 / 10_000.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"martens11", "pascanu13"})
    void aLengthWithoutASymbolBetweenIsRefused(String variant) {
        assertThatThrownBy(() -> task(variant, 1))
                .hasMessage("task permutation, variant " + variant + ": length 1 is too short, expected at least 2");
    }

    /** A changed digest means changed data: earlier results are no longer comparable. */
    @ParameterizedTest
    @CsvSource({"martens11, 871b5606", "pascanu13, 5c87dffb"})
    void theDataAreTheSameInEveryVersionAndOnEveryMachine(String variant, String digest) {
        assertThat(DataDigest.of(task(variant, 40))).isEqualTo(digest);
    }

    private static Standing.Solvable standing(String variant, int length) {
        return (Standing.Solvable) task(variant, length).description().standing();
    }

    private static SequenceTask task(String variant, int length) {
        return new PermutationProvider().create(variant, length, Settings.NONE);
    }
}
