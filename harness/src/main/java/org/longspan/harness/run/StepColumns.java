package org.longspan.harness.run;

import java.util.Arrays;
import org.longspan.harness.record.CurvePoint;
import org.longspan.model.Evaluation;
import org.longspan.optim.StepReport;

/** The numbers of the updates since the last evaluation, in columns that are allocated once. */
final class StepColumns {

    private final double[] losses;
    private final double[] gradientNorms;
    private final double[] clippedNorms;
    private final double[] updateNorms;
    private final double[] signalPenalties;
    private int count;
    private int clipped;

    StepColumns(int capacity) {
        this.losses = new double[capacity];
        this.gradientNorms = new double[capacity];
        this.clippedNorms = new double[capacity];
        this.updateNorms = new double[capacity];
        this.signalPenalties = new double[capacity];
    }

    /**
     * Notes an update.
     *
     * @param signalPenalty NaN where the regularizer looks at no signals
     */
    void add(StepReport report, boolean wasClipped, double signalPenalty) {
        losses[count] = report.loss;
        gradientNorms[count] = report.gradientNorm;
        clippedNorms[count] = report.clippedNorm;
        updateNorms[count] = report.updateNorm;
        signalPenalties[count] = signalPenalty;
        clipped += wasClipped ? 1 : 0;
        count++;
    }

    /** Condenses the updates into one point of the curve, and forgets them. */
    CurvePoint condense(long updates, long sequenceForwards, Evaluation evaluation) {
        CurvePoint point = new CurvePoint(
                updates,
                sequenceForwards,
                finite(evaluation.loss()),
                finite(evaluation.measure()),
                count == 0 ? null : finite(mean(losses)),
                median(gradientNorms),
                count == 0 ? null : finite(greatest(gradientNorms)),
                median(clippedNorms),
                median(updateNorms),
                count == 0 ? 0 : (double) clipped / count,
                count == 0 ? null : finite(mean(signalPenalties)));
        count = 0;
        clipped = 0;
        return point;
    }

    private double mean(double[] column) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += column[i];
        }
        return sum / count;
    }

    private double greatest(double[] column) {
        double greatest = 0;
        for (int i = 0; i < count; i++) {
            greatest = Math.max(greatest, column[i]); // NaN stays NaN
        }
        return greatest;
    }

    /** The middle value, or the mean of the two middle ones; the column is sorted, its order is not needed again. */
    private Double median(double[] column) {
        if (count == 0) {
            return null;
        }
        Arrays.sort(column, 0, count);
        double low = column[(count - 1) / 2];
        double high = column[count / 2];
        return finite(low / 2 + high / 2);
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
