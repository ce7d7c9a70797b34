package org.longspan.harness;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.longspan.harness.code.TrialCode;
import org.longspan.harness.grid.Grid;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialEnd;
import org.longspan.harness.store.StoredEnds;

/** Counts the trials of a grid that a run would not run again, and changes nothing in their folder. */
final class StoredCount {

    private StoredCount() {}

    /**
     * Returns the number of trials whose stored result a run would use; empty if the folder holds no results.
     *
     * @param code hashes of the running code
     * @param accepted hashes of other code whose results may be reused
     */
    static OptionalInt of(Grid grid, Path folder, TrialCode code, Set<String> accepted) {
        Optional<StoredEnds> stored = StoredEnds.in(folder, code, accepted);
        return stored.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(grid.cells().stream()
                        .mapToInt(cell -> of(cell, stored.get()))
                        .sum());
    }

    /** Counts as a run does, up to the first incomplete stage. */
    private static int of(GridCell cell, StoredEnds stored) {
        Map<Trial, TrialEnd> ends = new HashMap<>(); // never iterated
        Reuse.walk(cell, ends, stored::find, (trial, line) -> {});
        return ends.size();
    }
}
