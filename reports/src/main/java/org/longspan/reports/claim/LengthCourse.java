package org.longspan.reports.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.longspan.harness.record.claim.Axis;
import org.longspan.harness.record.claim.Comparison.Fit;

/**
 * How a number follows the length T: for each kin, model, task and block the points are the mean numbers at each length,
 * and what counts is the slope of y on log₂ T, or R² of log y on T less R² of log y on log T. A block without all lengths
 * is left out.
 *
 * @param of the runs
 * @param fit what is asked
 */
record LengthCourse(List<Row> of, Fit fit) implements Kind {

    @Override
    public Sample sample() {
        Map<List<Object>, TreeMap<Integer, Means>> courses = new LinkedHashMap<>();
        long lengths =
                of.stream().map(row -> row.cell().on(Axis.LENGTH)).distinct().count();
        for (Row row : of) {
            if (!row.missing()) {
                courses.computeIfAbsent(row.cluster(Set.of(Axis.LENGTH)), none -> new TreeMap<>())
                        .computeIfAbsent(row.cell().task().length(), none -> new Means())
                        .add(List.of(), row.mean());
            }
        }
        List<Double> values = new ArrayList<>();
        for (TreeMap<Integer, Means> course : courses.values()) {
            double value = course.size() < lengths ? Double.NaN : value(course);
            if (!Double.isNaN(value)) {
                values.add(value);
            }
        }
        return new Sample.Mean(
                values.stream().mapToDouble(Double::doubleValue).toArray(), false, Kind.basis(of.stream()));
    }

    private double value(TreeMap<Integer, Means> course) {
        double[] t = course.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
        double[] y =
                course.values().stream().mapToDouble(means -> means.values()[0]).toArray();
        if (fit == Fit.PER_DOUBLING) {
            return LeastSquares.of(mapped(t, x -> StrictMath.log(x) / StrictMath.log(2)), y)
                    .slope();
        }
        double[] log = mapped(y, StrictMath::log);
        return LeastSquares.of(t, log).r2()
                - LeastSquares.of(mapped(t, StrictMath::log), log).r2();
    }

    private static double[] mapped(double[] x, DoubleUnaryOperator map) {
        return java.util.Arrays.stream(x).map(map).toArray();
    }
}
