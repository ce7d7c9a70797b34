package org.longspan.tasks.permutation;

import java.util.function.Consumer;
import org.longspan.task.Batch;
import org.longspan.task.BatchBuffer;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Targets;

/**
 * One sequence of the random permutation problem, taken out of a batch, as indices.
 *
 * @param inputs the one input that is 1, at each step
 * @param targets the target class at each step, -1 where there is none
 * @param informative whether it carries information, at each step
 */
record PermutationSequence(int[] inputs, int[] targets, boolean[] informative) {

    /** Passes on the first {@code count} training sequences, a multiple of 100, of seed 0. */
    static void each(SequenceTask task, int count, Consumer<PermutationSequence> fact) {
        BatchBuffer batch = new BatchBuffer(task.description(), 100);
        for (int from = 0; from < count; from += 100) {
            batch.fill(task, Split.TRAIN, 0, from, 100);
            for (int b = 0; b < 100; b++) {
                fact.accept(of(batch, b));
            }
        }
    }

    private static PermutationSequence of(Batch batch, int b) {
        int[] inputs = new int[batch.steps()];
        int[] targets = new int[batch.steps()];
        boolean[] informative = new boolean[batch.steps()];
        for (int t = 0; t < batch.steps(); t++) {
            int asked = ((Targets.Classes) batch.targets()).classes()[t * batch.capacity() + b];
            inputs[t] = oneHot(batch, t, b);
            targets[t] = batch.isReadOut(t, b) ? asked : -1;
            informative[t] = batch.isInformative(t, b);
        }
        return new PermutationSequence(inputs, targets, informative);
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
