package org.longspan.reports.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The share of looks at which a number lies between two others, the looks of a cluster together.
 *
 * @param of the runs
 * @param above the number lies above it
 * @param below the number lies below it
 */
record LookShare(List<Row> of, double above, double below) implements Kind {

    @Override
    public Sample sample() {
        Map<List<Object>, int[]> counts = new LinkedHashMap<>();
        for (Row row : of) {
            for (double value : row.values()) {
                if (!Double.isNaN(value)) {
                    int[] count = counts.computeIfAbsent(row.cluster(Set.of()), none -> new int[2]);
                    count[0] += above < value && value < below ? 1 : 0;
                    count[1]++;
                }
            }
        }
        return new Sample.Share(
                counts.values().stream().mapToInt(count -> count[0]).toArray(),
                counts.values().stream().mapToInt(count -> count[1]).toArray(),
                Kind.basis(of.stream()));
    }
}
