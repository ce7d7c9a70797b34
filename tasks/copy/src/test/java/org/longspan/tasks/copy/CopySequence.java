package org.longspan.tasks.copy;

import java.util.function.Consumer;
import org.longspan.task.Batch;
import org.longspan.task.BatchBuffer;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Targets;

/**
 * One sequence of a copy task, taken out of a batch, as indices.
 *
 * @param inputs the one input that is 1, at each step
 * @param targets the target class, at each step
 * @param informative whether it carries information, at each step
 */
record CopySequence(int[] inputs, int[] targets, boolean[] informative) {

    /** Passes on the first {@code count} sequences of seed 0, a multiple of 100. */
    static void each(SequenceTask task, Split split, int count, Consumer<CopySequence> fact) {
        BatchBuffer batch = new BatchBuffer(task.description(), 100);
        for (int from = 0; from < count; from += 100) {
            batch.fill(task, split, 0, from, 100);
            for (int b = 0; b < 100; b++) {
                fact.accept(of(batch, b));
            }
        }
    }

    private static CopySequence of(Batch batch, int b) {
        int[] inputs = new int[batch.steps()];
        int[] targets = new int[batch.steps()];
        boolean[] informative = new boolean[batch.steps()];
        for (int t = 0; t < batch.steps(); t++) {
            if (!batch.isReadOut(t, b)) {
                throw new AssertionError("no read-out at step " + t);
            }
            inputs[t] = oneHot(batch, t, b);
            targets[t] = ((Targets.Classes) batch.targets()).classes()[t * batch.capacity() + b];
            informative[t] = batch.isInformative(t, b);
        }
        return new CopySequence(inputs, targets, informative);
    }

    /** Plain checks without AssertJ, since there are millions of them. */
    private static int oneHot(Batch batch, int t, int b) {
        int hot = -1;
        for (int i = 0; i < batch.inputWidth(); i++) {
            float value = batch.inputs()[(t * batch.capacity() + b) * batch.inputWidth() + i];
            if (value == 1 && hot < 0) {
                hot = i;
            } else if (value != 0) {
                throw new AssertionError("input " + i + " at step " + t + " is " + value);
            }
        }
        if (hot < 0) {
            throw new AssertionError("no input at step " + t);
        }
        return hot;
    }
}
