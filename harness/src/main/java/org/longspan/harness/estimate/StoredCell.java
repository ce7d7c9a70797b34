package org.longspan.harness.estimate;

import java.util.List;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.record.Spent;

/**
 * What is stored of a cell, and what is left of it.
 *
 * @param cell the cell
 * @param stored number of stored results, those of skipped trials included
 * @param spent what the trials took that were not skipped
 * @param left number of trials that are still to be run
 */
public record StoredCell(GridCell cell, int stored, List<Spent> spent, int left) {

    public StoredCell {
        spent = List.copyOf(spent);
    }

    /** Returns a cell without results. */
    public static StoredCell empty(GridCell cell) {
        return new StoredCell(cell, 0, List.of(), cell.trials());
    }
}
