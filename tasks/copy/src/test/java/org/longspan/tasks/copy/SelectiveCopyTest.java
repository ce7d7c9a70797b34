package org.longspan.tasks.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.BatchBuffer;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Standing;
import org.longspan.task.Targets;
import org.longspan.testkit.ChiSquare;

class SelectiveCopyTest {

    private static final int COUNT = 5000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 40})
    void theSymbolsComeInTheirOrderOnSixteenMarkers(int length) {
        BatchBuffer batch = filled(length);
        for (int b = 0; b < COUNT; b++) {
            int sequence = b;
            int[] inputs = IntStream.range(0, length + 32)
                    .map(t -> oneHot(batch, t, sequence))
                    .toArray();
            int[] symbols = Arrays.stream(inputs, 0, length + 16)
                    .filter(symbol -> symbol != 0)
                    .toArray();
            assertThat(Arrays.stream(symbols)).hasSize(16).allMatch(symbol -> symbol >= 1 && symbol <= 14);
            assertThat(Arrays.stream(inputs, length + 16, length + 32)).containsOnly(15);
            assertThat(IntStream.range(0, length + 32)
                            .filter(t -> batch.isReadOut(t, sequence))
                            .map(t -> ((Targets.Classes) batch.targets()).classes()[t * COUNT + sequence]))
                    .containsExactly(Arrays.stream(symbols).boxed().toArray(Integer[]::new));
        }
    }

    @Test
    void onlyTheRecallIsReadOutAndAllOfItIsInformative() {
        BatchBuffer batch = filled(10);
        for (int t = 0; t < 42; t++) {
            assertThat(batch.readOuts(t)).isEqualTo(t >= 26 ? COUNT : 0);
            assertThat(batch.isInformative(t, 0)).isEqualTo(t >= 26);
        }
    }

    /** Two blanks among eighteen steps: all 153 pairs of steps are equally probable. */
    @Test
    void everySetOfStepsIsEquallyProbable() {
        long[] pairs = new long[153];
        BatchBuffer batch = filled(2);
        for (int b = 0; b < COUNT; b++) {
            int sequence = b;
            int[] blanks = IntStream.range(0, 18)
                    .filter(t -> oneHot(batch, t, sequence) == 0)
                    .toArray();
            pairs[blanks[1] * (blanks[1] - 1) / 2 + blanks[0]]++;
        }
        assertThat(ChiSquare.deviate(pairs)).isBetween(-4.0, 4.0);
    }

    @Test
    void symbolsAreUniform() {
        long[] symbols = new long[14];
        BatchBuffer batch = filled(2);
        for (int symbol : ((Targets.Classes) batch.targets()).classes()) {
            if (symbol > 0) {
                symbols[symbol - 1]++;
            }
        }
        assertThat(ChiSquare.deviate(symbols)).isBetween(-4.0, 4.0);
    }

    @Test
    void chanceIsOneOfFourteenSymbols() {
        Standing.Solvable standing = (Standing.Solvable) task(100).description().standing();
        assertThat(standing.chance()).isCloseTo(2.6390573, within(5e-8));
    }

    private static BatchBuffer filled(int length) {
        BatchBuffer batch = new BatchBuffer(task(length).description(), COUNT);
        batch.fill(task(length), Split.TRAIN, 0, 0, COUNT);
        return batch;
    }

    private static int oneHot(BatchBuffer batch, int t, int b) {
        int hot = -1;
        for (int i = 0; i < 16; i++) {
            if (batch.inputs()[(t * COUNT + b) * 16 + i] == 1) {
                assertThat(hot).isNegative();
                hot = i;
            }
        }
        return hot;
    }

    private static SequenceTask task(int length) {
        return new CopyProvider().create("selective", length, Settings.NONE);
    }
}
