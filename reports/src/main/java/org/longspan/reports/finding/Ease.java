package org.longspan.reports.finding;

import java.util.List;
import java.util.Optional;
import org.longspan.reports.inference.Tries;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.FinalLoss;
import org.longspan.reports.summary.Run;

/**
 * How easily an optimizer solves anything, whatever the clipping, over all problems with a solved criterion.
 *
 * @param optimizer its name
 * @param tries settings that must be drawn until one solves, if any was run
 * @param runs evaluation runs
 * @param solved those that solved
 * @param diverged those that diverged
 * @param finalLoss how far below chance the median evaluation run ended, if any was run
 * @param updates median number of updates of an evaluation run, 0 of none
 */
public record Ease(
        String optimizer,
        Optional<Tries> tries,
        int runs,
        int solved,
        int diverged,
        Optional<FinalLoss> finalLoss,
        long updates) {

    private static final double CONFIDENCE = 0.95;

    static List<Ease> of(ArrangedRun run) {
        return run.optimizers().stream().map(optimizer -> of(run, optimizer)).toList();
    }

    private static Ease of(ArrangedRun run, String optimizer) {
        List<CellResult> cells = run.cells(c -> c.arm().optimizer().equals(optimizer) && c.solvable() && !c.leftOut());
        long[] updates = cells.stream()
                .flatMap(cell -> cell.evaluation().stream())
                .mapToLong(one -> one.stored().result().costs().updates())
                .sorted()
                .toArray();
        return new Ease(
                optimizer,
                tries(cells),
                cells.stream().mapToInt(CellResult::runs).sum(),
                cells.stream().mapToInt(CellResult::solved).sum(),
                cells.stream().mapToInt(CellResult::diverged).sum(),
                FinalLoss.of(cells),
                updates.length == 0 ? 0 : updates[updates.length / 2]);
    }

    /** What was drawn: the tuning runs, and the evaluation runs of cells that had nothing to choose from. */
    private static Optional<Tries> tries(List<CellResult> cells) {
        ClusterCounts counts = new ClusterCounts();
        for (CellResult cell : cells) {
            List<Run> drawn = cell.tuning().isEmpty() ? cell.evaluation() : cell.tuning();
            drawn.forEach(run -> counts.add(run.problem() + " " + run.block(), run.solved()));
        }
        return counts.isEmpty() ? Optional.empty() : Optional.of(Tries.of(counts.hits(), counts.all(), CONFIDENCE));
    }

    /** Returns whether no trial of it that ran solved anything. */
    public boolean solvesNothing() {
        return solved == 0 && tries.filter(t -> t.solved() == 0).isPresent();
    }
}
