package org.longspan.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.longspan.numerics.random.RandomStream;

class SequenceTaskTest {

    private static final long FROM = (1L << 32) + 5;
    private static final long SEED = -3;

    private record Written(Split split, long n, int b, long firstDraw) {}

    /** Records its arguments and leaves each stream in the middle of a pair of normals. */
    private record Noting(List<Written> written) implements SequenceTask {

        @Override
        public TaskDescription description() {
            Standing standing = new Standing.Open(1, "measured");
            return TaskDescription.ofClasses(
                    "family", new Variant("v", "", "A", 1), 2, new TaskShape(2, 1, 2), standing);
        }

        @Override
        public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
            written.add(new Written(split, n, b, stream.nextLong()));
            stream.normal();
        }
    }

    @Test
    void everySequenceIsWrittenOnceFromTheBeginningOfItsOwnStream() {
        Noting task = new Noting(new ArrayList<>());
        BatchBuffer batch = new BatchBuffer(task.description(), 4);
        batch.fill(task, Split.VALIDATION, SEED, FROM, 3);
        List<Written> expected = new ArrayList<>();
        for (int b = 0; b < 3; b++) {
            RandomStream own = new RandomStream(0);
            own.reset(SEED, Split.VALIDATION.ordinal(), FROM + b);
            expected.add(new Written(Split.VALIDATION, FROM + b, b, own.nextLong()));
        }
        assertThat(task.written()).isEqualTo(expected);
    }
}
