package org.longspan.harness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.longspan.harness.grid.Grid;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.harness.store.ResultStore;

/** Reports, before a run, which results are reused and why others are not. */
final class Reuse {

    private final Grid grid;
    private final ResultStore store;

    Reuse(Grid grid, ResultStore store) {
        this.grid = grid;
        this.store = store;
    }

    /** Returns the lines to show the user. */
    List<String> notes(Manifest now) {
        List<String> notes = new ArrayList<>();
        Optional<Manifest> before = store.previous();
        int there = grid.cells().stream().mapToInt(this::there).sum();
        if (there < now.design().plannedTrials()
                && before.isPresent()
                && !before.get().provenance().planText().equals(now.provenance().planText())) {
            notes.add("the plan has changed since the last run: changed trials are run again");
        }
        if (there > 0) {
            notes.add(there + " of " + now.design().plannedTrials()
                    + (now.design().plannedTrials() == 1 ? " trial" : " trials") + (there == 1 ? " is" : " are")
                    + " already there");
        }
        notes.addAll(store.notes());
        return notes;
    }

    /**
     * Returns how many trials of a cell are stored. Later stages depend on earlier results, so counting ends at the
     * first incomplete stage.
     */
    private int there(GridCell cell) {
        Map<Trial, TrialResult> results = new HashMap<>(); // never iterated
        int before = -1;
        while (results.size() > before) {
            before = results.size();
            for (Trial trial : cell.next(results)) {
                Optional<StoredResult> kept = store.find(trial);
                kept.ifPresent(result -> results.put(trial, result.result()));
            }
        }
        return results.size();
    }
}
