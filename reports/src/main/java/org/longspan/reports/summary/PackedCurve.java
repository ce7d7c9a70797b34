package org.longspan.reports.summary;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.StepSummary;

/**
 * The looks at a run in a quarter of the memory: a column of numbers for each quantity, none for one that has no value.
 * A stored number is finite, so NaN stands for a value that is missing.
 */
final class PackedCurve extends AbstractList<CurvePoint> implements RandomAccess {

    private static final double[] NONE = {};

    private final long[] updates;
    private final long[] sequenceForwards;
    private final double[] validationLoss;
    private final double[] validationMeasure;
    private final double[] trainLoss;
    private final double[] gradientNorm;
    private final double[] gradientNormMax;
    private final double[] clippedNorm;
    private final double[] updateNorm;
    private final double[] clippedShare;
    private final double[] signalPenalty;

    /** Packs {@code points}. */
    PackedCurve(List<CurvePoint> points) {
        updates = points.stream().mapToLong(CurvePoint::updates).toArray();
        sequenceForwards =
                points.stream().mapToLong(CurvePoint::sequenceForwards).toArray();
        validationLoss = column(points, CurvePoint::validationLoss);
        double[] measure = column(points, CurvePoint::validationMeasure);
        validationMeasure =
                Arrays.equals(measure, validationLoss) ? validationLoss : measure; // of many tasks they are one
        trainLoss = steps(points, StepSummary::trainLoss);
        gradientNorm = steps(points, StepSummary::gradientNorm);
        gradientNormMax = steps(points, StepSummary::gradientNormMax);
        clippedNorm = steps(points, StepSummary::clippedNorm);
        updateNorm = steps(points, StepSummary::updateNorm);
        clippedShare = steps(points, StepSummary::clippedShare);
        signalPenalty = steps(points, StepSummary::signalPenalty);
    }

    private static double[] steps(List<CurvePoint> points, Function<StepSummary, Double> quantity) {
        return column(points, point -> quantity.apply(point.steps()));
    }

    private static double[] column(List<CurvePoint> points, Function<CurvePoint, Double> quantity) {
        double[] column = points.stream()
                .map(quantity)
                .mapToDouble(value -> value == null ? Double.NaN : value)
                .toArray();
        return Arrays.stream(column).allMatch(Double::isNaN) ? NONE : column;
    }

    @Override
    public CurvePoint get(int index) {
        StepSummary steps = new StepSummary(
                value(trainLoss, index),
                value(gradientNorm, index),
                value(gradientNormMax, index),
                value(clippedNorm, index),
                value(updateNorm, index),
                clippedShare[index],
                value(signalPenalty, index));
        return new CurvePoint(
                updates[index],
                sequenceForwards[index],
                value(validationLoss, index),
                value(validationMeasure, index),
                steps);
    }

    private static Double value(double[] column, int index) {
        return column.length == 0 || Double.isNaN(column[index]) ? null : column[index];
    }

    @Override
    public int size() {
        return updates.length;
    }
}
