package org.longspan.harness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.plan.PlanChange;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialEnd;
import org.longspan.harness.record.TrialId;
import org.longspan.harness.store.ResultStore;
import org.longspan.harness.store.StoredLine;

/**
 * What a run takes over from its folder before it starts: the stored results that it uses, which the tally counts at
 * once, and the cells that still lack some.
 */
final class Reuse {

    private final ResultStore store;
    private final Tally tally;
    private final List<GridCell> open = new ArrayList<>();
    private final List<StoredLine> used = new ArrayList<>();
    private final List<StoredLine> provisional = new ArrayList<>();
    private final Set<TrialId> counted = new HashSet<>(); // of open cells; never iterated

    private Reuse(ResultStore store, Tally tally) {
        this.store = store;
        this.tally = tally;
    }

    /**
     * Takes the stored results of all cells.
     *
     * @param cells all that belong to the folder, in the grid's order
     * @param part the cells to run, in the grid's order; what is stored of the others is used too, but not counted
     */
    static Reuse of(List<GridCell> cells, List<GridCell> part, ResultStore store, Tally tally) {
        Reuse reuse = new Reuse(store, tally);
        int next = 0;
        for (GridCell cell : cells) {
            if (next < part.size() && part.get(next) == cell) {
                next++;
                reuse.take(cell);
            } else {
                walk(cell, new HashMap<>(), store::find, (trial, line) -> reuse.used.add(line));
            }
        }
        return reuse;
    }

    /** The choice depends on all tuning runs, so what is used for certain ends where one is missing. */
    private void take(GridCell cell) {
        Map<Trial, TrialEnd> ends = new HashMap<>(); // never iterated
        int before = used.size();
        boolean whole = walk(cell, ends, store::find, (trial, line) -> {
            used.add(line);
            tally.reused(trial, line);
        });
        if (whole) {
            tally.over(cell, ends.size());
        } else {
            used.subList(before, used.size()).forEach(line -> counted.add(line.id()));
            open.add(cell);
            walk(cell, ends, store::findAny, (trial, line) -> provisional.add(line));
        }
    }

    /**
     * Takes a cell's stored results in the order in which they depend on each other, and returns whether none is missing.
     *
     * @param ends of the trials taken so far; those found are added
     * @param taken receives each trial that is found and its line
     */
    static boolean walk(
            GridCell cell,
            Map<Trial, TrialEnd> ends,
            Function<Trial, Optional<StoredLine>> find,
            BiConsumer<Trial, StoredLine> taken) {
        List<Trial> next = cell.next(ends);
        int before = -1;
        while (!next.isEmpty() && ends.size() > before) {
            before = ends.size();
            for (Trial trial : next) {
                find.apply(trial).ifPresent(line -> {
                    ends.put(trial, line.end());
                    taken.accept(trial, line);
                });
            }
            next = cell.next(ends);
        }
        return next.isEmpty();
    }

    /** Returns the cells that lack results, in the grid's order. */
    List<GridCell> open() {
        return open;
    }

    /** Returns the stored results that the run uses for certain. */
    List<StoredLine> used() {
        return used;
    }

    /**
     * Returns stored results that the run used when it ran a failed trial before, which is run again: its new result
     * may change what is selected.
     */
    List<StoredLine> provisional() {
        return provisional;
    }

    /** Returns whether the tally has counted a stored result of an open cell. */
    boolean hasCounted(StoredLine line) {
        return counted.contains(line.id());
    }

    /** Returns the lines to show the user. */
    List<String> notes(Manifest now) {
        List<String> notes = new ArrayList<>();
        Optional<Manifest> before = store.previous();
        if (tally.reused() < tally.planned()
                && before.isPresent()
                && PlanChange.between(
                        before.get().provenance().planText(), now.provenance().planText())) {
            notes.add("the plan has changed since the last run: trials that it changed or added are run");
        }
        if (tally.reused() > 0) {
            notes.add(tally.reused() + " of " + tally.planned() + (tally.planned() == 1 ? " trial" : " trials")
                    + (tally.reused() == 1 ? " is" : " are") + " already there");
        }
        notes.addAll(store.notes());
        return notes;
    }
}
