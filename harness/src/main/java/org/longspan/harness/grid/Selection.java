package org.longspan.harness.grid;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.TrialEnd;

/**
 * Chooses a setting by how its tuning run ended: solved at the least cost; if none solved, the least validation loss at
 * the end; those that diverged, were skipped or failed come last. A tie goes to the lower index.
 */
final class Selection {

    private static final Comparator<TrialEnd> BEST_FIRST = Comparator.comparingInt(Selection::rank)
            .thenComparingLong(end -> cost(end).orElse(0))
            .thenComparingDouble(Selection::loss);

    private Selection() {}

    /** Returns the index of the best of {@code ends}, which is not empty. */
    static int best(List<TrialEnd> ends) {
        int best = 0;
        for (int i = 1; i < ends.size(); i++) {
            if (BEST_FIRST.compare(ends.get(i), ends.get(best)) < 0) {
                best = i;
            }
        }
        return best;
    }

    private static int rank(TrialEnd end) {
        if (end.outcome() instanceof Outcome.Solved) {
            return 0;
        }
        return end.outcome() instanceof Outcome.BudgetSpent ? 1 : 2;
    }

    private static OptionalLong cost(TrialEnd end) {
        return end.outcome() instanceof Outcome.Solved solved
                ? OptionalLong.of(solved.sequenceForwards())
                : OptionalLong.empty();
    }

    private static double loss(TrialEnd end) {
        boolean spent = end.outcome() instanceof Outcome.BudgetSpent;
        return spent && end.loss() != null ? end.loss() : Double.POSITIVE_INFINITY;
    }
}
