package org.longspan.reports.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Means by key, in the order in which the keys came. */
final class Means {

    private final Map<List<Object>, double[]> sums = new LinkedHashMap<>();

    void add(List<Object> key, double value) {
        double[] sum = sums.computeIfAbsent(key, none -> new double[2]);
        sum[0] += value;
        sum[1]++;
    }

    Map<List<Object>, Double> byKey() {
        Map<List<Object>, Double> means = new LinkedHashMap<>();
        sums.forEach((key, sum) -> means.put(key, sum[0] / sum[1]));
        return means;
    }

    double[] values() {
        return byKey().values().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
