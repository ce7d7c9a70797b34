package org.longspan.reports;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.harness.record.StoredResult;

/** Numbers of evaluation runs, from their records alone: no class of the reports takes part. */
final class Tallies {

    private Tallies() {}

    /** Returns the evaluation runs of {@code run} that were made. */
    static List<StoredResult> evaluations(SyntheticRun run) {
        return run.results().stream()
                .filter(r -> r.trial().replicate().phase() == Phase.EVALUATION)
                .filter(r -> !(r.result().outcome() instanceof Outcome.Skipped))
                .toList();
    }

    static Predicate<StoredResult> of(String optimizer, String clipping) {
        return r -> r.trial().optimizer().name().equals(optimizer)
                && r.trial().clipping().name().equals(clipping);
    }

    static boolean solved(StoredResult r) {
        return r.result().outcome() instanceof Outcome.Solved;
    }

    /** The share of the budget that was left. */
    static double score(StoredResult r) {
        double budget = r.trial().budget().sequenceForwards();
        return r.result().outcome() instanceof Outcome.Solved s ? 1 - s.sequenceForwards() / budget : 0;
    }

    static String problem(StoredResult r) {
        return r.trial().task() + " " + r.trial().model();
    }

    /** Returns the mean over groups of each group's mean score. */
    static double meanOfMeans(List<StoredResult> runs, Function<StoredResult, String> group) {
        Map<String, Double> means = runs.stream()
                .collect(Collectors.groupingBy(group, TreeMap::new, Collectors.averagingDouble(Tallies::score)));
        return means.values().stream().mapToDouble(m -> m).average().orElse(Double.NaN);
    }
}
