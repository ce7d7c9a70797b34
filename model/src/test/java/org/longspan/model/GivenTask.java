package org.longspan.model;

import java.util.Map;
import org.longspan.task.BatchBuffer;
import org.longspan.task.LossKind;
import org.longspan.task.Measure;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Standing;
import org.longspan.task.TaskDescription;

/**
 * One batch given from outside: real targets at the last step, or classes at every step.
 *
 * @param x (T, B, I)
 * @param y (B, O) or (T, B)
 */
record GivenTask(int steps, int inputs, int outputs, LossKind loss, double[] x, double[] y) implements SequenceTask {

    @Override
    public TaskDescription description() {
        Standing standing = new Standing.Solvable(1, "1", new Measure.Loss(), 0.1);
        float[] mean = new float[loss == LossKind.SQUARED_ERROR ? outputs : 0];
        return new TaskDescription(
                "given", "batch", steps, steps, inputs, outputs, loss, standing, "none", mean, Map.of());
    }

    @Override
    public void fill(Split split, long seed, long from, int count, BatchBuffer batch) {
        for (int t = 0; t < steps; t++) {
            for (int b = 0; b < count; b++) {
                for (int i = 0; i < inputs; i++) {
                    batch.input(t, b, i, (float) x[(t * count + b) * inputs + i]);
                }
                if (loss == LossKind.SOFTMAX_CROSS_ENTROPY) {
                    batch.target(t, b, (int) y[t * count + b]);
                } else if (t == steps - 1) {
                    for (int o = 0; o < outputs; o++) {
                        batch.target(t, b, o, (float) y[b * outputs + o]);
                    }
                }
            }
        }
    }
}
