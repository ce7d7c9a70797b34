package org.longspan.testkit;

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
 * A task of noise whose validation sequences alone may be read: sequence n has T - n mod 3 steps and is read out at the
 * last two of them.
 */
record NoisySequences(int steps, LossKind loss) implements SequenceTask {

    private static final int INPUTS = 2;
    private static final int OUTPUTS = 3;

    @Override
    public TaskDescription description() {
        return new TaskDescription(
                "noise",
                new Variant("validation", "", "none", 1),
                steps,
                new TaskShape(steps, INPUTS, OUTPUTS),
                loss,
                new Standing.Solvable(1, "1", new Measure.Loss(), 0.1),
                new float[loss == LossKind.SQUARED_ERROR ? OUTPUTS : 0],
                Map.of());
    }

    @Override
    public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
        if (split != Split.VALIDATION) {
            throw new AssertionError("a probe reads sequences of " + split + ", expected those of validation");
        }
        int length = steps - (int) (n % 3);
        for (int t = 0; t < length; t++) {
            for (int i = 0; i < INPUTS; i++) {
                batch.input(t, b, i, (float) stream.uniform(-1, 1));
            }
            if (t >= length - 2) {
                writeTarget(t, b, batch, stream);
            }
        }
    }

    private void writeTarget(int t, int b, BatchBuffer batch, RandomStream stream) {
        if (loss == LossKind.SOFTMAX_CROSS_ENTROPY) {
            batch.target(t, b, stream.nextInt(OUTPUTS));
            return;
        }
        for (int o = 0; o < OUTPUTS; o++) {
            batch.target(t, b, o, (float) stream.uniform(-1, 1));
        }
    }
}
