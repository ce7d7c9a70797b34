package org.longspan.tasks.adding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.longspan.task.Batch;
import org.longspan.task.BatchBuffer;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Targets;

/**
 * One sequence of the adding or the multiplication problem, taken out of a batch.
 *
 * @param values u(t), up to the read-out
 * @param marks m(t), up to the read-out
 * @param target at the read-out
 */
record AddingSequence(float[] values, float[] marks, float target) {

    /** Passes on the first {@code count} training sequences, a multiple of 100, of seed 0. */
    static void each(SequenceTask task, int mark, int count, Consumer<AddingSequence> fact) {
        BatchBuffer batch = new BatchBuffer(task.description(), 100);
        for (int from = 0; from < count; from += 100) {
            batch.fill(task, Split.TRAIN, 0, from, 100);
            for (int b = 0; b < 100; b++) {
                fact.accept(of(batch, b, mark));
            }
        }
    }

    private static AddingSequence of(Batch batch, int b, int mark) {
        assertThat(batch.readOutsOf(b)).isOne();
        int last = 0;
        while (!batch.isReadOut(last, b)) {
            last++;
        }
        float[] values = new float[last + 1];
        float[] marks = new float[last + 1];
        for (int t = 0; t < batch.steps(); t++) {
            int at = (t * batch.capacity() + b) * 2;
            if (t <= last) {
                values[t] = batch.inputs()[at + 1 - mark];
                marks[t] = batch.inputs()[at + mark];
            } else {
                assertThat(batch.inputs()[at]).isZero();
                assertThat(batch.inputs()[at + 1]).isZero();
            }
        }
        float[] targets = ((Targets.Real) batch.targets()).values();
        return new AddingSequence(values, marks, targets[last * batch.capacity() + b]);
    }

    int length() {
        return values.length;
    }

    /** Returns the steps whose mark is 1. */
    List<Integer> marked() {
        List<Integer> marked = new ArrayList<>();
        for (int t = 0; t < marks.length; t++) {
            if (marks[t] == 1) {
                marked.add(t);
            }
        }
        return marked;
    }

    /** Returns the sum of the marked values. */
    double sum() {
        return marked().stream().mapToDouble(t -> values[t]).sum();
    }

    /** Returns the product of the marked values. */
    double product() {
        return marked().stream().mapToDouble(t -> values[t]).reduce(1, (x1, x2) -> x1 * x2);
    }
}
