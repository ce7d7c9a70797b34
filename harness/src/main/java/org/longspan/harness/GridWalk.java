package org.longspan.harness;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialEnd;
import org.longspan.harness.record.TrialResult;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.harness.run.TrialRunner.Ran;
import org.longspan.harness.run.TrialSource;
import org.longspan.harness.store.ResultStore;
import org.longspan.harness.store.StoredLine;

/**
 * Hands out the trials of a grid as they become ready, and stores their results. An open cell comes first; another is
 * opened only while all open cells wait for tuning runs. Trials whose results are stored already are not
 * handed out, and cells that lack none are not opened.
 */
final class GridWalk implements TrialSource {

    private final List<GridCell> cells;
    private final Reuse reuse;
    private final ResultStore store;
    private final Tally tally;
    private final ProgressListener listener;
    private final BooleanSupplier abandoned;
    private final Deque<Trial> ready = new ArrayDeque<>();
    private final Map<Trial, OpenCell> owners = new HashMap<>(); // never iterated
    private int opened;
    private boolean stopped;

    /** A cell with trials that are ready or running. */
    private static final class OpenCell {
        final GridCell cell;
        final Map<Trial, TrialEnd> results = new HashMap<>(); // never iterated
        int outstanding;
        int counted;

        OpenCell(GridCell cell) {
            this.cell = cell;
        }
    }

    /**
     * Creates a walk that starts at the first cell.
     *
     * @param cells to walk, which lack results
     */
    GridWalk(List<GridCell> cells, OpenRun run) {
        this.cells = cells;
        this.reuse = run.reuse();
        this.store = run.store();
        this.tally = run.tally();
        this.listener = run.failures();
        this.abandoned = run.abandoned();
    }

    @Override
    public synchronized Optional<Trial> take() {
        while (!isStopped()) {
            Trial trial = ready.poll();
            if (trial != null) {
                tally.started();
                listener.started(trial, tally.progress());
                return Optional.of(trial);
            }
            if (opened < cells.size()) {
                advance(new OpenCell(cells.get(opened++)));
            } else if (owners.isEmpty()) {
                notifyAll();
                return Optional.empty();
            } else {
                await();
            }
        }
        return Optional.empty();
    }

    private boolean isStopped() {
        stopped |= abandoned.getAsBoolean();
        return stopped;
    }

    private void await() {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    @Override
    public synchronized void done(Trial trial, Ran ran, Circumstances circumstances) {
        TrialResult result = ran.result();
        StoredResult stored = new StoredResult(RecordJson.id(trial), trial, store.codeOf(trial), result, circumstances);
        listener.storing(() -> {
            store.add(stored, ran.looks());
            tally.finished(stored, ran.secondsOfLooks());
            listener.finished(stored, tally.progress());
        });
        OpenCell cell = owners.remove(trial);
        take(cell, trial, TrialEnd.of(result));
        cell.outstanding--;
        if (cell.outstanding == 0) {
            advance(cell);
        }
        notifyAll();
    }

    /** Takes the cell's stored results, and readies the first trials that have none. */
    private void advance(OpenCell cell) {
        List<Trial> next = cell.cell.next(cell.results);
        while (!next.isEmpty()) {
            List<Trial> missing = new ArrayList<>();
            for (Trial trial : next) {
                Optional<StoredLine> kept = store.find(trial);
                if (kept.isPresent()) {
                    count(trial, kept.get());
                    take(cell, trial, kept.get().end());
                } else {
                    missing.add(trial);
                }
            }
            if (!missing.isEmpty()) {
                ready(cell, missing);
                return;
            }
            next = cell.cell.next(cell.results);
        }
        tally.over(cell.cell, cell.counted);
    }

    private void ready(OpenCell cell, List<Trial> missing) {
        for (int i = missing.size() - 1; i >= 0; i--) {
            ready.addFirst(missing.get(i));
            owners.put(missing.get(i), cell);
        }
        cell.outstanding = missing.size();
    }

    /** Most stored results were counted before the walk; others turn out to be used once tuning is complete. */
    private void count(Trial trial, StoredLine line) {
        if (!reuse.hasCounted(line)) {
            store.reuse(line);
            tally.reused(trial, line);
        }
    }

    private static void take(OpenCell cell, Trial trial, TrialEnd end) {
        cell.results.put(trial, end);
        cell.counted++;
    }

    @Override
    public synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    /** Returns whether the walk was stopped before the end of the grid. */
    synchronized boolean wasStopped() {
        return stopped;
    }
}
