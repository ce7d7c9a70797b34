package org.longspan.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.longspan.harness.estimate.StoredCell;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Spent;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialEnd;
import org.longspan.harness.store.StoredEnds;
import org.longspan.harness.store.Usable;

/** Finds the results that a run would not make again, and changes nothing in their folder. */
final class StoredCells {

    private StoredCells() {}

    /**
     * Returns what is stored of each cell that a run would use; empty if the folder holds no results.
     *
     * @param usable what the run may use again
     * @param others folders of other runs, whose results of equal trials are taken over
     */
    static Optional<List<StoredCell>> of(List<GridCell> cells, Path folder, Usable usable, List<Path> others) {
        return StoredEnds.in(folder, usable, others)
                .map(stored -> cells.stream().map(cell -> of(cell, stored)).toList());
    }

    /** Finds as a run does, up to the first incomplete phase. */
    private static StoredCell of(GridCell cell, StoredEnds stored) {
        Map<Trial, TrialEnd> ends = new HashMap<>(); // never iterated
        List<Spent> spent = new ArrayList<>();
        boolean whole = Reuse.walk(cell, ends, stored::find, (trial, line) -> {
            if (!(line.end().outcome() instanceof Outcome.Skipped)) {
                spent.add(line.spent());
            }
        });
        return new StoredCell(cell, ends.size(), spent, whole ? 0 : cell.trials() - ends.size());
    }
}
