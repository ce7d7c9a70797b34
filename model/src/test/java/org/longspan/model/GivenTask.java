package org.longspan.model;

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
 * Given sequences 0 to B - 1, with real targets at the last step or classes at every step.
 *
 * @param x (T, B, I)
 * @param y (B, O) or (T, B)
 */
record GivenTask(int steps, int inputs, int outputs, LossKind loss, double[] x, double[] y) implements SequenceTask {

    /** Returns a task of the same inputs with these targets of its only sequence. */
    GivenTask answering(double... targets) {
        return new GivenTask(steps, inputs, outputs, loss, x, targets);
    }

    @Override
    public TaskDescription description() {
        Standing standing = new Standing.Solvable(1, "1", new Measure.Loss(), 0.1);
        float[] mean = new float[loss == LossKind.SQUARED_ERROR ? outputs : 0];
        return new TaskDescription(
                "given",
                new Variant("batch", "", "none", 1),
                steps,
                new TaskShape(steps, inputs, outputs),
                loss,
                standing,
                mean,
                Map.of());
    }

    @Override
    public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
        int given = x.length / (steps * inputs);
        for (int t = 0; t < steps; t++) {
            int row = t * given + (int) n;
            for (int i = 0; i < inputs; i++) {
                batch.input(t, b, i, (float) x[row * inputs + i]);
            }
            if (loss == LossKind.SOFTMAX_CROSS_ENTROPY) {
                batch.target(t, b, (int) y[row]);
            }
        }
        for (int o = 0; loss == LossKind.SQUARED_ERROR && o < outputs; o++) {
            batch.target(steps - 1, b, o, (float) y[(int) n * outputs + o]);
        }
    }
}
