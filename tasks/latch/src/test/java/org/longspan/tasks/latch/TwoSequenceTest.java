package org.longspan.tasks.latch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.BatchBuffer;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Standing;
import org.longspan.task.Targets;
import org.longspan.testkit.ChiSquare;

class TwoSequenceTest {

    private static final int COUNT = 20_000;
    private static final int LENGTH = 40;

    @ParameterizedTest
    @CsvSource({"hochreiter97-3a, 1", "hochreiter97-3a, 3", "hochreiter97-3c, 1", "hochreiter97-3c, 3"})
    void theFirstElementsAreTheClassWithoutNoise(String variant, int informative) {
        BatchBuffer batch = filled(variant, informative, Split.TRAIN);
        long[] classes = new long[2];
        for (int b = 0; b < COUNT; b++) {
            float c = input(batch, 0, b);
            assertThat(Math.abs(c)).isOne();
            for (int t = 1; t <= 3; t++) {
                assertThat(input(batch, t, b) == c).isEqualTo(t < informative);
            }
            classes[c > 0 ? 0 : 1]++;
        }
        assertThat(ChiSquare.deviate(classes)).isBetween(-4.0, 4.0);
    }

    /** The error of a variance is about √(2 / count) of it. */
    @ParameterizedTest
    @ValueSource(strings = {"hochreiter97-3a", "hochreiter97-3b", "hochreiter97-3c"})
    void whatFollowsIsNoiseOfVarianceOneFifth(String variant) {
        BatchBuffer batch = filled(variant, 1, Split.TRAIN);
        double[] noise = IntStream.range(1, LENGTH)
                .boxed()
                .flatMapToDouble(t -> IntStream.range(0, COUNT).mapToDouble(b -> input(batch, t, b)))
                .toArray();
        assertThat(mean(noise)).isCloseTo(0, within(4 * Math.sqrt(0.2 / noise.length)));
        assertThat(variance(noise)).isCloseTo(0.2, within(4 * 0.2 * Math.sqrt(2.0 / noise.length)));
    }

    @Test
    void inTheSecondFormTheFirstElementsCarryTheSameNoise() {
        BatchBuffer batch = filled("hochreiter97-3b", 3, Split.TRAIN);
        double[] noise = IntStream.range(0, 3)
                .boxed()
                .flatMapToDouble(t -> IntStream.range(0, COUNT)
                        .mapToDouble(b -> input(batch, t, b) - (target(batch, b) == 1 ? 1 : -1)))
                .toArray();
        assertThat(mean(noise)).isCloseTo(0, within(4 * Math.sqrt(0.2 / noise.length)));
        assertThat(variance(noise)).isCloseTo(0.2, within(4 * 0.2 * Math.sqrt(2.0 / noise.length)));
    }

    /** P(N(0, 0.2) > 1) = 0.0127. */
    @Test
    void inTheSecondFormTheNoiseOfOneElementOutweighsTheClassAsOftenAsItShould() {
        BatchBuffer batch = filled("hochreiter97-3b", 1, Split.TEST);
        long wrong = IntStream.range(0, COUNT)
                .filter(b -> input(batch, 0, b) > 0 != (target(batch, b) == 1))
                .count();
        assertThat(wrong / (double) COUNT).isCloseTo(0.01267, within(4 * Math.sqrt(0.0125 / COUNT)));
    }

    /** The shares are those of {@link #solvedIsTheLargestShareOf256ThatThePaperAllowsBesideTheBestGuess}. */
    @ParameterizedTest
    @CsvSource({"1, 0.027046997", "2, 0.001624794", "3, 0.000110371"})
    void inTheSecondFormTheMeanTargetGivenTheElementsIsOffAsOftenAsDerived(int informative, double share) {
        BatchBuffer batch = filled("hochreiter97-3b", informative, Split.VALIDATION);
        long off = IntStream.range(0, COUNT)
                .filter(b -> {
                    double sum = IntStream.range(0, informative)
                            .mapToDouble(t -> input(batch, t, b))
                            .sum();
                    return Math.abs(1 / (1 + Math.exp(-2 * sum / 0.2)) - target(batch, b)) > 0.2;
                })
                .count();
        assertThat(off / (double) COUNT).isCloseTo(share, within(4 * Math.sqrt(share / COUNT)));
    }

    @Test
    void lengthsAreUniformFromTToElevenTenthsOfTAndTheLastStepAloneIsReadOut() {
        BatchBuffer batch = filled("hochreiter97-3a", 1, Split.TRAIN);
        long[] lengths = new long[LENGTH / 10 + 1];
        for (int b = 0; b < COUNT; b++) {
            int last = last(batch, b);
            assertThat(batch.readOutsOf(b)).isOne();
            lengths[last + 1 - LENGTH]++;
            for (int t = last + 1; t < batch.steps(); t++) {
                assertThat(input(batch, t, b)).isZero();
            }
        }
        assertThat(ChiSquare.deviate(lengths)).isBetween(-4.0, 4.0);
    }

    @ParameterizedTest
    @EnumSource(Split.class)
    void onlyTheThirdFormHasNoisyTargetsAndOnlyInTraining(Split split) {
        for (String variant : new String[] {"hochreiter97-3a", "hochreiter97-3b"}) {
            BatchBuffer batch = filled(variant, 1, split);
            assertThat(IntStream.range(0, COUNT).mapToObj(b -> target(batch, b)))
                    .containsOnly(0f, 1f);
        }
        BatchBuffer third = filled("hochreiter97-3c", 1, split);
        double[] noise = IntStream.range(0, COUNT)
                .mapToDouble(b -> target(third, b) - (input(third, 0, b) > 0 ? 0.2f : 0.8f))
                .toArray();
        double expected = split == Split.TRAIN ? 0.1 : 0;
        assertThat(mean(noise)).isCloseTo(0, within(4 * Math.sqrt(expected / COUNT) + 1e-12));
        assertThat(variance(noise)).isCloseTo(expected, within(4 * expected * Math.sqrt(2.0 / COUNT) + 1e-12));
    }

    @ParameterizedTest
    @CsvSource({"hochreiter97-3a, 0.25", "hochreiter97-3b, 0.25", "hochreiter97-3c, 0.09"})
    void chanceIsTheVarianceOfTheTarget(String variant, double chance) {
        Standing.Solvable standing =
                (Standing.Solvable) task(variant, 1).description().standing();
        assertThat(standing.chance()).isCloseTo(chance, within(1e-12));
    }

    /** The last number is the share of the best guess: scipy.stats.norm.cdf((log(4) / 10 - N) / sqrt(0.2 * N)). */
    @ParameterizedTest
    @CsvSource({
        "hochreiter97-3a, 1, 0, 0",
        "hochreiter97-3a, 3, 0, 0",
        "hochreiter97-3b, 1, 5, 0.027046997",
        "hochreiter97-3b, 2, 5, 0.001624794",
        "hochreiter97-3b, 3, 5, 0.000110371",
        "hochreiter97-3c, 1, 0, 0",
        "hochreiter97-3c, 3, 0, 0"
    })
    void solvedIsTheLargestShareOf256ThatThePaperAllowsBesideTheBestGuess(
            String variant, int informative, int solved, double best) {
        Standing.Solvable standing =
                (Standing.Solvable) task(variant, informative).description().standing();
        assertThat(standing.solvedAtMost()).isBetween(best + solved / 256.0 - 1e-4, best + (solved + 1) / 256.0);
    }

    @Test
    void aLengthThatLeavesNoRoomForNoiseIsRefused() {
        assertThatThrownBy(() -> new LatchProvider().create("hochreiter97-3a", 3, Settings.NONE.with("informative", 1)))
                .hasMessage("task latch, variant hochreiter97-3a: length 3 is too short, expected at least 4");
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum() / values.length;
    }

    private static float input(BatchBuffer batch, int t, int b) {
        return batch.inputs()[t * COUNT + b];
    }

    private static int last(BatchBuffer batch, int b) {
        return IntStream.range(0, batch.steps())
                .filter(t -> batch.isReadOut(t, b))
                .findFirst()
                .orElseThrow();
    }

    private static float target(BatchBuffer batch, int b) {
        return ((Targets.Real) batch.targets()).values()[last(batch, b) * COUNT + b];
    }

    private static BatchBuffer filled(String variant, int informative, Split split) {
        SequenceTask task = task(variant, informative);
        BatchBuffer batch = new BatchBuffer(task.description(), COUNT);
        batch.fill(task, split, 0, 0, COUNT);
        return batch;
    }

    private static SequenceTask task(String variant, int informative) {
        return new LatchProvider().create(variant, LENGTH, Settings.NONE.with("informative", informative));
    }
}
