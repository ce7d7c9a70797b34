package org.longspan.task;

import java.util.Arrays;

/**
 * The mean targets of a task, at each step and at all of them, for {@link BlindLoss}, whose comment has the formula; the
 * mean of one-hot classes is their probabilities. Each read-out weighs 1 / (the number of its sequence's read-outs).
 */
final class MeanTargets {

    private final int outputs;
    private final boolean ofClasses;
    private final double[][] sums; // (T, O): weighted targets
    private final double[] weights; // (T)
    private final long[] sequences; // (T): how many were read out there
    private long allSequences;

    MeanTargets(TaskDescription task) {
        this.outputs = task.outputs();
        this.ofClasses = task.loss() == LossKind.SOFTMAX_CROSS_ENTROPY;
        this.sums = new double[task.steps()][outputs];
        this.weights = new double[task.steps()];
        this.sequences = new long[task.steps()];
    }

    /** Counts sequence {@code b} of a batch; one without read-outs has no loss and is left out. */
    void add(Batch batch, int b) {
        if (batch.readOutsOf(b) == 0) {
            return;
        }
        allSequences++;
        double weight = 1.0 / batch.readOutsOf(b);
        for (int t = 0; t < sums.length; t++) {
            if (batch.isReadOut(t, b)) {
                weights[t] += weight;
                sequences[t]++;
                add(batch, t, b, weight);
            }
        }
    }

    private void add(Batch batch, int t, int b, double weight) {
        int at = t * batch.capacity() + b;
        if (batch.targets() instanceof Targets.Classes targets) {
            sums[t][targets.classes()[at]] += weight;
        } else if (batch.targets() instanceof Targets.Real targets) {
            for (int o = 0; o < outputs; o++) {
                sums[t][o] += weight * targets.values()[at * outputs + o];
            }
        }
    }

    /** Returns m at every step (T, O). */
    double[][] ofAllSteps() {
        double[][] means = new double[sums.length][];
        Arrays.fill(means, all());
        return means;
    }

    /** Returns m(t) at each step (T, O): the mean with one more sequence, whose targets are m. */
    double[][] ofEachStep() {
        double[] all = all();
        double[][] means = new double[sums.length][outputs];
        for (int t = 0; t < means.length; t++) {
            for (int o = 0; o < outputs; o++) {
                double own = sequences[t] == 0 ? 0 : sums[t][o] / weights[t];
                means[t][o] = (sequences[t] * own + all[o]) / (sequences[t] + 1);
            }
        }
        return means;
    }

    /** Returns m (O): of classes with one more sequence, in which all are equally frequent. */
    private double[] all() {
        double[] mean = new double[outputs];
        for (int o = 0; o < outputs; o++) {
            for (double[] sumsOfStep : sums) {
                mean[o] += sumsOfStep[o];
            }
            mean[o] = ofClasses ? (mean[o] + 1.0 / outputs) / (allSequences + 1) : mean[o] / Math.max(1, allSequences);
        }
        return mean;
    }
}
