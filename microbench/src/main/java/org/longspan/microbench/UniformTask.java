package org.longspan.microbench;

import java.util.Map;
import org.longspan.numerics.random.RandomStream;
import org.longspan.task.BatchBuffer;
import org.longspan.task.LossKind;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Standing;
import org.longspan.task.TaskDescription;

/**
 * Sequences of noise of any width and length, read out at the last step or at every step. Nothing can be learned from
 * them, and nothing needs to be: a step costs what it costs whatever the data mean.
 *
 * @param steps number T of time steps
 * @param inputs width I of an input
 * @param lossAt where a sequence is read out
 */
public record UniformTask(int steps, int inputs, LossAt lossAt) implements SequenceTask {

    private static final double VARIANCE = 1.0 / 3; // of a uniform number from -1 to 1

    @Override
    public TaskDescription description() {
        return new TaskDescription(
                "uniform",
                lossAt.name(),
                steps,
                steps,
                inputs,
                1,
                LossKind.SQUARED_ERROR,
                new Standing.Open(VARIANCE, "always answers 0"),
                "made for measuring time",
                new float[1],
                Map.of());
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
