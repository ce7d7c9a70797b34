package org.longspan.reports.compare;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.longspan.reports.summary.Run;

/**
 * Numbers the clusters of pairs: what shares luck, in the base or in the other run, is one cluster. Runs of a (kin,
 * problem, block) share their data and initial weights, and a pair ties the block of its one run to that of its other.
 * Pairs of equal blocks thus fall into clusters of one block each.
 */
final class Luck {

    private final Map<List<Object>, Integer> numbers = new HashMap<>(); // asked, never walked through
    private int[] parent = new int[16];

    /** Numbers what shares luck in {@code pairs}. */
    Luck(List<PairedRuns.Pair> pairs) {
        pairs.forEach(pair -> tie(block(pair, pair.base(), true), block(pair, pair.other(), pair.sharesLuck())));
    }

    /** Returns the number of the cluster of one of these pairs. */
    int cluster(PairedRuns.Pair pair) {
        return root(block(pair, pair.base(), true));
    }

    /** Returns a number for the kin and the problem of one of these pairs. */
    int stratum(PairedRuns.Pair pair) {
        return number(List.of(kin(pair.base()), pair.place()));
    }

    private int block(PairedRuns.Pair pair, Run run, boolean ofBase) {
        return number(List.of(ofBase, kin(ofBase ? pair.base() : run), pair.place(), run.block()));
    }

    private static String kin(Run run) {
        return run.trial().replicate().kin();
    }

    private int number(List<Object> key) {
        return numbers.computeIfAbsent(key, none -> {
            int next = numbers.size();
            if (next == parent.length) {
                parent = Arrays.copyOf(parent, 2 * next);
            }
            parent[next] = next;
            return next;
        });
    }

    private void tie(int one, int other) {
        int first = root(one);
        int second = root(other);
        parent[Math.max(first, second)] = Math.min(first, second);
    }

    private int root(int number) {
        int root = number;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }
}
