package org.longspan.harness.estimate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.ProblemChoice;
import org.longspan.harness.record.Spent;
import org.longspan.harness.record.StoredResult;
import org.longspan.optim.clip.Median;

/** Makes the table of {@link TypicalTrials} from the results of a run, which nothing else should have slowed down. */
public final class TypicalTable {

    private final Map<TrialKind, Sums> kinds = new LinkedHashMap<>();
    private int trials;

    /** Sums over the trials of one optimizer on one problem. */
    private static final class Sums {
        private int trials;
        private int solved;
        private double budget; // shares of it
        private double seconds;
        private double forwards;

        double pace() {
            return seconds / forwards;
        }
    }

    /** Takes a result. Trials that were not run, or failed, are passed over. */
    public void add(StoredResult stored) {
        Outcome outcome = stored.result().outcome();
        if (outcome instanceof Outcome.Skipped || outcome instanceof Outcome.Failed) {
            return;
        }
        trials++;
        Sums sums = kinds.computeIfAbsent(TrialKind.of(stored.trial()), any -> new Sums());
        Spent spent = Spent.of(stored.result().costs(), stored.circumstances());
        sums.trials++;
        sums.solved += outcome instanceof Outcome.Solved ? 1 : 0;
        sums.budget += (double) stored.result().costs().sequenceForwards()
                / stored.trial().budget().sequenceForwards();
        sums.seconds += spent.seconds();
        sums.forwards += spent.sequenceForwards();
    }

    /**
     * Returns the lines of the table, with a head that says what they are.
     *
     * @param plan name of the plan that was run
     */
    public List<String> lines(String plan) {
        List<String> lines = new ArrayList<>(
                String.format(Locale.ROOT, """
                        # What trials of each optimizer usually do: means over the problems of plan %s, of %,d trials. Made by
                        # longspan results runs/%s --typical
                        # budget: share of the budget spent; solved: share of trials that solve; pace: time of a sequence-forward
                        # over its median among all optimizers, the median of the problems.
                        optimizer,budget,solved,pace""", plan, trials, plan).lines().toList());
        Map<ProblemChoice, Double> usual = usualPaces();
        Map<String, List<TrialKind>> optimizers = new TreeMap<>();
        kinds.keySet()
                .forEach(kind -> optimizers
                        .computeIfAbsent(kind.optimizer(), any -> new ArrayList<>())
                        .add(kind));
        optimizers.forEach((name, problems) -> lines.add(String.format(
                Locale.ROOT,
                "%s,%.2f,%.2f,%.2f",
                name,
                mean(problems, sums -> sums.budget / sums.trials),
                mean(problems, sums -> (double) sums.solved / sums.trials),
                Median.of(problems.stream()
                        .mapToDouble(kind -> kinds.get(kind).pace() / usual.get(kind.problem()))
                        .toArray()))));
        return lines;
    }

    private Map<ProblemChoice, Double> usualPaces() {
        Map<ProblemChoice, List<Double>> paces = new HashMap<>(); // never iterated but for its values' medians
        kinds.forEach((kind, sums) ->
                paces.computeIfAbsent(kind.problem(), any -> new ArrayList<>()).add(sums.pace()));
        Map<ProblemChoice, Double> usual = new HashMap<>(); // never iterated
        paces.forEach((problem, all) -> usual.put(
                problem, Median.of(all.stream().mapToDouble(Double::doubleValue).toArray())));
        return usual;
    }

    private double mean(List<TrialKind> problems, ToDoubleFunction<Sums> share) {
        return problems.stream()
                .mapToDouble(kind -> share.applyAsDouble(kinds.get(kind)))
                .average()
                .orElseThrow();
    }
}
