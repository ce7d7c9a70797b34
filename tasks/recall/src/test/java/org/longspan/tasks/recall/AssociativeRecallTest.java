package org.longspan.tasks.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.BatchBuffer;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Standing;
import org.longspan.task.Targets;
import org.longspan.testkit.ChiSquare;

class AssociativeRecallTest {

    private static final int COUNT = 20_000;

    @ParameterizedTest
    @CsvSource({"uniform-gaps, 16", "uniform-gaps, 17", "power-law-gaps, 16", "power-law-gaps, 40"})
    void fourPairsAreFollowedByTheirFourKeysAndBlanks(String variant, int length) {
        BatchBuffer batch = filled(variant, length);
        for (int b = 0; b < 1000; b++) {
            int[] inputs = inputs(batch, b);
            Map<Integer, Integer> values = new HashMap<>();
            for (int pair = 0; pair < 4; pair++) {
                assertThat(inputs[2 * pair]).isBetween(1, 16);
                assertThat(inputs[2 * pair + 1]).isBetween(17, 32);
                values.put(inputs[2 * pair], inputs[2 * pair + 1]);
            }
            assertThat(values).hasSize(4);
            assertThat(values.values()).doesNotHaveDuplicates();
            assertThat(Arrays.stream(inputs, 8, length).filter(symbol -> symbol != 0))
                    .containsExactlyInAnyOrderElementsOf(values.keySet());
            for (int t = 0; t < length; t++) {
                assertThat(batch.isInformative(t, b)).isEqualTo(t >= 8 && inputs[t] != 0);
                if (batch.isReadOut(t, b)) {
                    assertThat(t % 2).isZero();
                    assertThat(target(batch, t, b) + 17).isEqualTo(values.get(inputs[t]));
                }
            }
        }
    }

    @Test
    void keysAndValuesAreUniformAndIndependent() {
        BatchBuffer batch = filled("uniform-gaps", 16);
        long[] pairs = new long[256];
        long[] keys = new long[16 * 15];
        for (int b = 0; b < COUNT; b++) {
            int[] inputs = inputs(batch, b);
            pairs[16 * (inputs[6] - 1) + inputs[7] - 17]++;
            int second = inputs[2] - 1 - (inputs[2] > inputs[0] ? 1 : 0); // among the fifteen others
            keys[15 * (inputs[0] - 1) + second]++;
        }
        assertThat(ChiSquare.deviate(pairs)).isBetween(-4.0, 4.0);
        assertThat(ChiSquare.deviate(keys)).isBetween(-4.0, 4.0);
    }

    @Test
    void uniformGapsAreUniformForEveryPair() {
        BatchBuffer batch = filled("uniform-gaps", 40);
        for (int pair = 0; pair < 4; pair++) {
            long[] sites = new long[16];
            for (int b = 0; b < COUNT; b++) {
                sites[site(inputs(batch, b), pair)]++;
            }
            assertThat(ChiSquare.deviate(sites)).isBetween(-4.0, 4.0);
        }
    }

    /** The first pair's query is drawn while all places are free. */
    @Test
    void powerLawGapsFollowThePowerLaw() {
        BatchBuffer batch = filled("power-law-gaps", 40);
        long[] sites = new long[16];
        for (int b = 0; b < COUNT; b++) {
            sites[site(inputs(batch, b), 0)]++;
        }
        double sum =
                IntStream.range(0, 16).mapToDouble(g -> Math.pow(g + 1, -0.99)).sum();
        for (int g = 0; g < 16; g++) {
            double p = Math.pow(g + 1, -0.99) / sum;
            assertThat(sites[g] / (double) COUNT).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / COUNT)));
        }
    }

    @Test
    void chanceIsOneOfSixteenValues() {
        Standing.Solvable standing =
                (Standing.Solvable) task("uniform-gaps", 100).description().standing();
        assertThat(standing.chance()).isCloseTo(2.7725887, within(5e-8));
    }

    private static int site(int[] inputs, int pair) {
        return IntStream.range(8, inputs.length)
                                .filter(t -> inputs[t] == inputs[2 * pair])
                                .findFirst()
                                .orElseThrow()
                        / 2
                - 4;
    }

    private static int[] inputs(BatchBuffer batch, int b) {
        return IntStream.range(0, batch.steps()).map(t -> oneHot(batch, t, b)).toArray();
    }

    private static int oneHot(BatchBuffer batch, int t, int b) {
        int hot = -1;
        for (int i = 0; i < 33; i++) {
            float value = batch.inputs()[(t * COUNT + b) * 33 + i];
            if (value == 1 && hot < 0) {
                hot = i;
            } else if (value != 0) {
                throw new AssertionError("input " + i + " at step " + t + " is " + value);
            }
        }
        return hot;
    }

    private static int target(BatchBuffer batch, int t, int b) {
        return ((Targets.Classes) batch.targets()).classes()[t * COUNT + b];
    }

    private static BatchBuffer filled(String variant, int length) {
        SequenceTask task = task(variant, length);
        BatchBuffer batch = new BatchBuffer(task.description(), COUNT);
        batch.fill(task, Split.TRAIN, 0, 0, COUNT);
        return batch;
    }

    private static SequenceTask task(String variant, int length) {
        return new RecallProvider().create(variant, length, Settings.NONE);
    }
}
