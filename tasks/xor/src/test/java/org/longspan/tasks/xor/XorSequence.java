package org.longspan.tasks.xor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.longspan.task.Batch;
import org.longspan.task.BatchBuffer;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Targets;

/**
 * One sequence of bits, taken out of a batch.
 *
 * @param bits u(t), up to the read-out
 * @param marks m(t), up to the read-out
 * @param target at the read-out
 */
record XorSequence(float[] bits, float[] marks, int target) {

    /** Passes on the first {@code count} training sequences, a multiple of 100, of seed 0. */
    static void each(SequenceTask task, int count, Consumer<XorSequence> fact) {
        BatchBuffer batch = new BatchBuffer(task.description(), 100);
        for (int from = 0; from < count; from += 100) {
            batch.fill(task, Split.TRAIN, 0, from, 100);
            for (int b = 0; b < 100; b++) {
                fact.accept(of(batch, b));
            }
        }
    }

    private static XorSequence of(Batch batch, int b) {
        assertThat(batch.readOutsOf(b)).isOne();
        int last = 0;
        while (!batch.isReadOut(last, b)) {
            last++;
        }
        float[] bits = new float[last + 1];
        float[] marks = new float[last + 1];
        for (int t = 0; t < batch.steps(); t++) {
            int at = (t * batch.capacity() + b) * 2;
            if (t <= last) {
                bits[t] = batch.inputs()[at];
                marks[t] = batch.inputs()[at + 1];
            } else {
                assertThat(batch.inputs()[at]).isZero();
                assertThat(batch.inputs()[at + 1]).isZero();
            }
        }
        int[] targets = ((Targets.Classes) batch.targets()).classes();
        return new XorSequence(bits, marks, targets[last * batch.capacity() + b]);
    }

    /** Returns the steps whose mark is 1. */
    int[] marked() {
        return IntStream.range(0, marks.length).filter(t -> marks[t] == 1).toArray();
    }
}
