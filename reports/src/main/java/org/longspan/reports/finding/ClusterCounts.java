package org.longspan.reports.finding;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counts hits among runs that come in clusters. */
final class ClusterCounts {

    private final Map<Object, int[]> counts = new LinkedHashMap<>(); // hits and all

    void add(Object cluster, boolean hit) {
        int[] of = counts.computeIfAbsent(cluster, key -> new int[2]);
        of[0] += hit ? 1 : 0;
        of[1]++;
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    /** Returns the hits of each cluster, in the order in which clusters came. */
    int[] hits() {
        return counts.values().stream().mapToInt(of -> of[0]).toArray();
    }

    /** Returns the runs of each cluster, in the same order. */
    int[] all() {
        return counts.values().stream().mapToInt(of -> of[1]).toArray();
    }
}
