package org.longspan.harness.grid;

import java.util.Comparator;
import java.util.List;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.TrialEnd;

/**
 * The performance of a setting over the repetitions of a stage. Settings are ranked by most repetitions solved, then
 * fewest lost (diverged, skipped or failed), least cost of the solved ones, least final measure, and least final loss;
 * ties keep their order. For a single repetition, solved settings come first, by cost; then unsolved ones, by final
 * value; lost ones come last.
 *
 * @param solved number of repetitions solved
 * @param lost number of repetitions that diverged, were skipped or failed
 * @param cost sum over the solved repetitions, in sequence-forwards
 * @param measure sum of the final measures of repetitions that spent their budget; infinite if one is missing
 * @param loss sum of the final validation losses of these repetitions; infinite if one is missing
 */
record Ranking(int solved, int lost, long cost, double measure, double loss) {

    static final Comparator<Ranking> BEST_FIRST = Comparator.comparingInt((Ranking r) -> -r.solved())
            .thenComparingInt(Ranking::lost)
            .thenComparingLong(Ranking::cost)
            .thenComparingDouble(Ranking::measure)
            .thenComparingDouble(Ranking::loss);

    static Ranking of(List<TrialEnd> repetitions) {
        int solved = 0;
        int lost = 0;
        long cost = 0;
        double measure = 0;
        double loss = 0;
        for (TrialEnd result : repetitions) {
            if (result.outcome() instanceof Outcome.Solved success) {
                solved++;
                cost += success.sequenceForwards();
            } else if (result.outcome() instanceof Outcome.BudgetSpent) {
                measure += orInfinity(result.measure());
                loss += orInfinity(result.loss());
            } else {
                lost++;
            }
        }
        return new Ranking(solved, lost, cost, measure, loss);
    }

    private static double orInfinity(Double value) {
        return value == null ? Double.POSITIVE_INFINITY : value;
    }
}
