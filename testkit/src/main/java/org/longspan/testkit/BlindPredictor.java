package org.longspan.testkit;

import org.longspan.task.Batch;
import org.longspan.task.LossKind;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.TaskDescription;

/**
 * The best predictor that sees no input, only which step it is: at each step the mean target, or each class as often
 * as it occurs there. It learns both from sequences.
 */
public final class BlindPredictor implements Predictor {

    private final double[][] outputs; // (T, O)

    private BlindPredictor(double[][] outputs) {
        this.outputs = outputs;
    }

    /** Learns from the first {@code count} sequences, a multiple of 100, of a split. */
    public static BlindPredictor of(SequenceTask task, Split split, int count) {
        TaskDescription description = task.description();
        boolean real = description.loss() == LossKind.SQUARED_ERROR;
        double[][] sums = new double[description.steps()][description.outputs()];
        double[] weights = new double[description.steps()];
        Score.eachSequence(task, split, count, (batch, b) -> {
            double weight = 1.0 / batch.readOutsOf(b); // a sequence's loss is the mean over its read-outs
            for (int t = 0; t < batch.steps(); t++) {
                if (batch.isReadOut(t, b)) {
                    weights[t] += weight;
                    add(sums[t], weight, batch, b, t, real);
                }
            }
        });
        for (int t = 0; t < sums.length; t++) {
            for (int o = 0; o < sums[t].length; o++) {
                double mean = weights[t] == 0 ? 0 : sums[t][o] / weights[t];
                sums[t][o] = real ? mean : StrictMath.log(mean); // -infinity for a class never seen: probability 0
            }
        }
        return new BlindPredictor(sums);
    }

    private static void add(double[] sums, double weight, Batch batch, int b, int t, boolean real) {
        var target = DrawnSequence.target(batch, b, t);
        if (real) {
            for (int o = 0; o < sums.length; o++) {
                sums[o] += weight * target.get(o);
            }
        } else {
            sums[target.get(0).intValue()] += weight;
        }
    }

    @Override
    public double[] outputs(Batch batch, int b, int t) {
        return outputs[t];
    }
}
