package org.longspan.microbench;

import org.longspan.numerics.random.RandomStream;
import org.longspan.task.BatchBuffer;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Standing;
import org.longspan.task.TaskDescription;
import org.longspan.task.TaskShape;
import org.longspan.task.Variant;

/**
 * Sequences of noise of any width and length, read out at the last step or at every step. There is nothing to learn:
 * the cost of a step does not depend on the data.
 *
 * @param steps number T of time steps
 * @param inputs width I of an input
 * @param lossAt the steps that are read out
 */
public record UniformTask(int steps, int inputs, LossAt lossAt) implements SequenceTask {

    private static final double VARIANCE = 1.0 / 3; // of a uniform number from -1 to 1

    @Override
    public TaskDescription description() {
        return TaskDescription.ofNumbers(
                "uniform",
                new Variant(lossAt.name(), "", "made for measuring time", 1),
                steps,
                new TaskShape(steps, inputs, 1),
                new Standing.Open(VARIANCE, "always answers 0"),
                new float[1]);
    }

    @Override
    public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
        for (int t = 0; t < steps; t++) {
            for (int i = 0; i < inputs; i++) {
                batch.input(t, b, i, (float) stream.uniform(-1, 1));
            }
            if (lossAt == LossAt.EVERY || t == steps - 1) {
                batch.target(t, b, 0, (float) stream.uniform(-1, 1));
            }
        }
    }
}
