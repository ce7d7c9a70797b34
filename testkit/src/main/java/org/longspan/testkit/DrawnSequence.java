package org.longspan.testkit;

import java.util.ArrayList;
import java.util.List;
import org.longspan.task.Batch;
import org.longspan.task.BatchBuffer;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Targets;

/**
 * One sequence taken out of a batch, to be compared with others.
 *
 * @param inputs (T·I)
 * @param readOuts in the order of their steps
 */
record DrawnSequence(List<Float> inputs, List<ReadOut> readOuts) {

    /** What is asked at a step: one class, or O values. */
    record ReadOut(int step, boolean informative, List<Double> target) {}

    static DrawnSequence of(Batch batch, int b) {
        List<Float> inputs = new ArrayList<>();
        List<ReadOut> readOuts = new ArrayList<>();
        for (int t = 0; t < batch.steps(); t++) {
            for (int i = 0; i < batch.inputWidth(); i++) {
                inputs.add(batch.inputs()[(t * batch.capacity() + b) * batch.inputWidth() + i]);
            }
            if (batch.isReadOut(t, b)) {
                readOuts.add(new ReadOut(t, batch.isInformative(t, b), target(batch, b, t)));
            }
        }
        return new DrawnSequence(inputs, readOuts);
    }

    /** Draws {@code count} sequences in one batch of just that size. */
    static List<DrawnSequence> draw(SequenceTask task, Split split, long seed, long from, int count) {
        BatchBuffer batch = new BatchBuffer(task.description(), count);
        batch.fill(task, split, seed, from, count);
        List<DrawnSequence> drawn = new ArrayList<>();
        for (int b = 0; b < count; b++) {
            drawn.add(of(batch, b));
        }
        return drawn;
    }

    static List<Double> target(Batch batch, int b, int t) {
        List<Double> target = new ArrayList<>();
        int at = t * batch.capacity() + b;
        if (batch.targets() instanceof Targets.Real real) {
            for (int o = 0; o < batch.outputWidth(); o++) {
                target.add((double) real.values()[at * batch.outputWidth() + o]);
            }
        } else if (batch.targets() instanceof Targets.Classes classes) {
            target.add((double) classes.classes()[at]);
        }
        return target;
    }
}
