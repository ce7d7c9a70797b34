package org.longspan.probes;

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

/** Sequences of noise of T steps, with random targets at the last one. */
record NoiseTask(int steps, int inputs, int outputs) implements SequenceTask {

    @Override
    public TaskDescription description() {
        return new TaskDescription(
                "noise",
                new Variant("last", "", "none", 1),
                steps,
                new TaskShape(steps, inputs, outputs),
                LossKind.SQUARED_ERROR,
                new Standing.Solvable(1, "1", new Measure.Loss(), 0.1),
                new float[outputs],
                Map.of());
    }

    @Override
    public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
        for (int t = 0; t < steps; t++) {
            for (int i = 0; i < inputs; i++) {
                batch.input(t, b, i, (float) stream.uniform(-1, 1));
            }
        }
        for (int o = 0; o < outputs; o++) {
            batch.target(steps - 1, b, o, (float) stream.uniform(-1, 1));
        }
    }
}
