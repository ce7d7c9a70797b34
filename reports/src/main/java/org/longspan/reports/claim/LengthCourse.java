package org.longspan.reports.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
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
 * and what counts is the slope of y on log₂ T, or R² of log y on T less R² of log y on log T. A block without all lengths of
 * its task is left out.
 *
 * @param of the runs
 * @param fit what is asked
 */
record LengthCourse(List<Row> of, Fit fit) implements Kind {

    @Override
    public Sample sample() {
        Map<List<Object>, TreeMap<Integer, Means>> courses = new LinkedHashMap<>();
        Map<Object, Set<Integer>> lengthsOf = new HashMap<>(); // by task; never iterated
        for (Row row : of) {
            int length = row.cell().task().length();
            lengthsOf
                    .computeIfAbsent(row.cell().on(Axis.TASK), none -> new HashSet<>())
                    .add(length);
            if (!row.missing()) {
                courses.computeIfAbsent(key(row), none -> new TreeMap<>())
                        .computeIfAbsent(length, none -> new Means())
                        .add(List.of(), row.mean());
            }
        }
        List<Double> values = new ArrayList<>();
        courses.forEach((key, course) -> {
            boolean whole = course.size() == lengthsOf.get(key.get(0)).size();
            double value = whole ? value(course) : Double.NaN;
            if (!Double.isNaN(value)) {
                values.add(value);
            }
        });
        return new Sample.Mean(
                values.stream().mapToDouble(Double::doubleValue).toArray(), false, Kind.basis(of.stream()));
    }

    private static List<Object> key(Row row) {
        return List.of(row.cell().on(Axis.TASK), row.cluster(Set.of(Axis.LENGTH)));
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
        return Arrays.stream(x).map(map).toArray();
    }
}
