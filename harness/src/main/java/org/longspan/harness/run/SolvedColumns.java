package org.longspan.harness.run;

import java.util.List;
import org.longspan.harness.record.SolvedStep;
import org.longspan.optim.StepReport;

/**
 * The solved steps since the last evaluation, one array per quantity. The arrays are allocated at the first solved
 * step.
 */
final class SolvedColumns {

    private static final int COUNTS = 4; // iterations, gradients, losses, products

    private final int capacity;
    private long[] updates;
    private int[] counts; // COUNTS values per step
    private long[] sequenceForwards;
    private double[] dampings;
    private double[] reductionRatios;
    private double[] stepLengths;
    private int count;

    SolvedColumns(int capacity) {
        this.capacity = capacity;
    }

    /** Records an update if a solver computed its step. */
    void add(long update, StepReport report, long cost) {
        if (!report.solved) {
            return;
        }
        if (updates == null) {
            allocate();
        }
        updates[count] = update;
        counts[COUNTS * count] = report.iterations;
        counts[COUNTS * count + 1] = report.gradients;
        counts[COUNTS * count + 2] = report.losses;
        counts[COUNTS * count + 3] = report.products;
        sequenceForwards[count] = cost;
        dampings[count] = report.damping;
        reductionRatios[count] = report.reductionRatio;
        stepLengths[count] = report.stepLength;
        count++;
    }

    /** Appends the recorded steps to {@code steps} and clears them. */
    void moveTo(List<SolvedStep> steps) {
        for (int i = 0; i < count; i++) {
            steps.add(new SolvedStep(
                    updates[i],
                    counts[COUNTS * i],
                    counts[COUNTS * i + 1],
                    counts[COUNTS * i + 2],
                    counts[COUNTS * i + 3],
                    sequenceForwards[i],
                    dampings[i],
                    Double.isFinite(reductionRatios[i]) ? (Double) reductionRatios[i] : null,
                    stepLengths[i]));
        }
        count = 0;
    }

    private void allocate() {
        updates = new long[capacity];
        counts = new int[COUNTS * capacity];
        sequenceForwards = new long[capacity];
        dampings = new double[capacity];
        reductionRatios = new double[capacity];
        stepLengths = new double[capacity];
    }
}
