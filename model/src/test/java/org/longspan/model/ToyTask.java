package org.longspan.model;

import java.util.Arrays;
import java.util.Map;
import org.longspan.numerics.random.RandomStream;
import org.longspan.task.BatchBuffer;
import org.longspan.task.LossKind;
import org.longspan.task.Measure;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Standing;
import org.longspan.task.TaskDescription;
import org.longspan.task.TaskShape;
import org.longspan.task.Variant;

/**
 * Sequences of noise whose lengths and read-out steps differ within a batch: sequence n has T - n mod 3 steps and is
 * read out at its last step and at those t for which (t + n) mod 3 = 0. Every seventh is not read out at all.
 */
public record ToyTask(int steps, int inputs, int outputs, LossKind loss, boolean lastOnly, Measure measure)
        implements SequenceTask {

    public static ToyTask masked(int steps, int inputs, int outputs, LossKind loss) {
        return new ToyTask(steps, inputs, outputs, loss, false, new Measure.Loss());
    }

    public static ToyTask lastOnly(int steps, int inputs, int outputs) {
        return new ToyTask(steps, inputs, outputs, LossKind.SQUARED_ERROR, true, new Measure.Loss());
    }

    ToyTask measuredBy(Measure other) {
        return new ToyTask(steps, inputs, outputs, loss, lastOnly, other);
    }

    @Override
    public TaskDescription description() {
        float[] mean = loss == LossKind.SQUARED_ERROR ? new float[outputs] : new float[0];
        Arrays.fill(mean, 0.25f);
        Standing standing = new Standing.Solvable(1, "1", measure, 0.1);
        return new TaskDescription(
                "toy",
                new Variant("noise", "", "none", 1),
                steps,
                new TaskShape(steps, inputs, outputs),
                loss,
                standing,
                mean,
                Map.of());
    }

    @Override
    public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
        int length = lastOnly ? steps : steps - (int) (n % 3);
        for (int t = 0; t < length; t++) {
            for (int i = 0; i < inputs; i++) {
                batch.input(t, b, i, (float) stream.uniform(-1, 1));
            }
            boolean readOut = t == length - 1 || (!lastOnly && (t + n) % 3 == 0);
            if (readOut && (lastOnly || n % 7 != 6)) {
                target(t, b, stream, batch);
            }
        }
    }

    private void target(int t, int b, RandomStream stream, BatchBuffer batch) {
        if (loss == LossKind.SOFTMAX_CROSS_ENTROPY) {
            if (t % 2 == 0) {
                batch.blank(t, b, stream.nextInt(outputs));
            } else {
                batch.target(t, b, stream.nextInt(outputs));
            }
            return;
        }
        for (int o = 0; o < outputs; o++) {
            batch.target(t, b, o, (float) stream.uniform(-1, 1));
        }
    }
}
