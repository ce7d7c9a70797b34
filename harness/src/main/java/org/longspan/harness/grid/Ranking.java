package org.longspan.harness.grid;

import java.util.Comparator;
import java.util.List;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.TrialResult;

/**
 * How well a setting did over the repetitions of a stage. Settings are ordered by: most repetitions solved, fewest
 * that gave nothing (diverged, skipped or failed), least cost of those solved, least final measure, least final
 * loss; equal ones keep their order. Over one repetition that is: solved first, by cost; then by final value;
 * diverged last.
 *
 * @param solved repetitions solved
 * @param lost repetitions that diverged, were skipped or failed
 * @param cost of those solved, in sequence-forwards
 * @param measure sum of the final measures of those that spent their budget, infinite where one is missing
 * @param loss sum of their final validation losses
 */
record Ranking(int solved, int lost, long cost, double measure, double loss) {

    static final Comparator<Ranking> BEST_FIRST = Comparator.comparingInt((Ranking r) -> -r.solved())
            .thenComparingInt(Ranking::lost)
            .thenComparingLong(Ranking::cost)
            .thenComparingDouble(Ranking::measure)
            .thenComparingDouble(Ranking::loss);

    static Ranking of(List<TrialResult> repetitions) {
        int solved = 0;
        int lost = 0;
        long cost = 0;
        double measure = 0;
        double loss = 0;
        for (TrialResult result : repetitions) {
            if (result.outcome() instanceof Outcome.Solved success) {
                solved++;
                cost += success.sequenceForwards();
            } else if (result.outcome() instanceof Outcome.BudgetSpent) {
                CurvePoint last = result.curve().get(result.curve().size() - 1);
                measure += orInfinity(last.validationMeasure());
                loss += orInfinity(last.validationLoss());
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
