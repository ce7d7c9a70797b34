package org.longspan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.longspan.numerics.random.RandomStream;

class BatchBufferTest {

    private static final TaskDescription CLASSES = described(LossKind.SOFTMAX_CROSS_ENTROPY, new float[0]);
    private static final TaskDescription REAL = described(LossKind.SQUARED_ERROR, new float[] {1, 2});

    /** Writes a 7 into every sequence and asks for a class at the first step. */
    private static final SequenceTask MARKED = new SequenceTask() {
        @Override
        public TaskDescription description() {
            return CLASSES;
        }

        @Override
        public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
            batch.input(1, b, 0, 7f);
            batch.target(0, b, 1);
        }
    };

    private final BatchBuffer batch = new BatchBuffer(CLASSES, 3);

    @Test
    void aBlankIsReadOutWithoutInformation() {
        batch.target(1, 0, 1);
        batch.blank(2, 0, 1);
        assertThat(batch.isReadOut(0, 0)).isFalse();
        assertThat(batch.isReadOut(1, 0)).isTrue();
        assertThat(batch.isInformative(1, 0)).isTrue();
        assertThat(batch.isReadOut(2, 0)).isTrue();
        assertThat(batch.isInformative(2, 0)).isFalse();
    }

    @Test
    void aStepIsCountedOnceHoweverManyOutputsAreAskedFor() {
        BatchBuffer real = new BatchBuffer(REAL, 3);
        real.target(2, 1, 0, 0.5f);
        real.target(2, 1, 1, 0.25f);
        real.target(2, 0, 0, 1f);
        assertThat(real.readOuts(2)).isEqualTo(2);
        assertThat(real.readOutsOf(1)).isOne();
        assertThat(((Targets.Real) real.targets()).values()[(2 * 3 + 1) * 2 + 1])
                .isEqualTo(0.25f);
    }

    @Test
    void fillingClearsWhatStoodThere() {
        batch.fill(MARKED, Split.TRAIN, 0, 0, 3);
        batch.fill(MARKED, Split.TRAIN, 0, 0, 1);
        assertThat(batch.sequences()).isOne();
        assertThat(batch.readOuts(0)).isOne();
        assertThat(batch.readOutsOf(2)).isZero();
        assertThat(batch.inputs()).containsOnlyOnce(7f).contains(0f);
    }

    @Test
    void moreSequencesThanThereIsRoomForAreRefused() {
        assertThatThrownBy(() -> batch.fill(MARKED, Split.TRAIN, 0, 0, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("4 sequences in a buffer for 3");
    }

    @Test
    void aBatchBeyondOneArrayIsRefused() {
        int most = Integer.MAX_VALUE / (4 * 2);
        assertThatThrownBy(() -> new BatchBuffer(CLASSES, most + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "task family, variant variant, length 3: a batch of 268435456 sequences, expected from 1 to "
                                + most);
        assertThatThrownBy(() -> new BatchBuffer(CLASSES, 0)).hasMessageContaining("a batch of 0 sequences");
    }

    @Test
    void everySplitSeedAndNumberHasAStreamOfItsOwnThatBeginsAnew() {
        Set<Long> first = new TreeSet<>();
        for (Split split : Split.values()) {
            for (long seed = 0; seed < 10; seed++) {
                for (long n = 0; n < 100; n++) {
                    long drawn = batch.stream(split, seed, n).nextLong();
                    assertThat(first.add(drawn)).isTrue();
                    assertThat(batch.stream(split, seed, n).nextLong()).isEqualTo(drawn);
                }
            }
        }
    }

    @Test
    void theStreamOfASequenceForgetsHalfUsedDraws() {
        RandomStream stream = batch.stream(Split.TEST, 0, 5);
        int expected = stream.nextInt();
        stream.nextBoolean();
        stream.normal();
        assertThat(batch.stream(Split.TEST, 0, 5).nextInt()).isEqualTo(expected);
    }

    @Test
    void aDescriptionWithoutAMeanTargetForEachOutputIsRefused() {
        assertThatThrownBy(() -> described(LossKind.SQUARED_ERROR, new float[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 mean targets, expected one for each output");
    }

    private static TaskDescription described(LossKind loss, float[] meanTarget) {
        Standing standing = new Standing.Open(1, "measured");
        return new TaskDescription(
                "family",
                new Variant("variant", "", "Nobody", 1),
                3,
                new TaskShape(4, 1, 2),
                loss,
                standing,
                meanTarget,
                Map.of());
    }
}
