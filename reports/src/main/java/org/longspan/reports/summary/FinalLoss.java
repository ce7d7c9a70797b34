package org.longspan.reports.summary;

import java.util.List;
import java.util.Optional;
import org.longspan.harness.record.Outcome;

/**
 * How runs ended where there is no criterion to meet: the median of their final validation losses, each in multiples
 * of chance on its validation sequences. A run that diverged or failed counts as infinite, so that it stays in the
 * denominator.
 *
 * @param overChance the median, infinite where half of the runs are lost
 * @param runs how many there are
 */
public record FinalLoss(double overChance, int runs) {

    /** Returns that of the evaluation runs of {@code cells}, if there are any. */
    public static Optional<FinalLoss> of(List<CellResult> cells) {
        double[] losses = cells.stream()
                .flatMap(cell -> cell.evaluation().stream())
                .mapToDouble(FinalLoss::overChance)
                .sorted()
                .toArray();
        if (losses.length == 0) {
            return Optional.empty();
        }
        double low = losses[(losses.length - 1) / 2];
        double high = losses[losses.length / 2];
        return Optional.of(new FinalLoss(low / 2 + high / 2, losses.length));
    }

    private static double overChance(Run run) {
        boolean ended = (run.solved() || run.outcome() instanceof Outcome.BudgetSpent)
                && run.last() != null
                && run.last().validationLoss() != null;
        return ended ? run.last().validationLoss() / run.chance() : Double.POSITIVE_INFINITY;
    }
}
