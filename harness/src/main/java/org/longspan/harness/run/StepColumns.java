package org.longspan.harness.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.longspan.harness.record.StepSummary;
import org.longspan.optim.StepReport;

/** The updates since the last evaluation, one array per quantity. The arrays are allocated once. */
final class StepColumns {

    private static final MathContext DIGITS = new MathContext(6);

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
     * Records an update.
     *
     * @param signalPenalty penalty on signals; NaN if the regularizer has none
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

    /** Returns a summary of the updates and clears them. */
    StepSummary condense() {
        if (count == 0) {
            return StepSummary.NONE;
        }
        StepSummary summary = new StepSummary(
                brief(mean(losses)),
                brief(median(gradientNorms)),
                brief(greatest(gradientNorms)),
                brief(median(clippedNorms)),
                brief(median(updateNorms)),
                brief((double) clipped / count),
                brief(mean(signalPenalties)));
        count = 0;
        clipped = 0;
        return summary;
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

    /**
     * Returns the middle value, or the mean of the two middle ones. Sorts the column, whose order no longer matters.
     */
    private double median(double[] column) {
        Arrays.sort(column, 0, count);
        double low = column[(count - 1) / 2];
        double high = column[count / 2];
        return low / 2 + high / 2;
    }

    /** Returns the value rounded to six digits, which keeps curves short, or null if it is not finite. */
    private static Double brief(double value) {
        return Double.isFinite(value)
                ? (Double) new BigDecimal(value).round(DIGITS).doubleValue()
                : null;
    }

    /** Returns the value, or null if it is not finite. */
    static Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
