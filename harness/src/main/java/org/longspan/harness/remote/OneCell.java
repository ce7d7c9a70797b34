package org.longspan.harness.remote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialEnd;
import org.longspan.harness.record.json.EndJson;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.harness.run.TrialRunner.Ran;
import org.longspan.harness.run.TrialSource;

/** Hands out the missing trials of one cell, one after the other, and collects their results. */
final class OneCell implements TrialSource {

    private final GridCell cell;
    private final CellTask task;
    private final Function<Trial, String> code;
    private final Map<Trial, TrialEnd> ends = new HashMap<>(); // never iterated
    private final Map<Trial, TrialFailure> failures = new HashMap<>(); // never iterated
    private final List<RanTrial> ran = new ArrayList<>();
    private boolean stopped;

    /**
     * Begins a cell.
     *
     * @param code returns the hash of the running code for a trial
     */
    OneCell(GridCell cell, CellTask task, Function<Trial, String> code) {
        this.cell = cell;
        this.task = task;
        this.code = code;
    }

    @Override
    public synchronized Optional<Trial> take() {
        while (!stopped) {
            List<Trial> next = cell.next(ends);
            Optional<Trial> missing =
                    next.stream().filter(trial -> !isStored(trial)).findFirst();
            if (missing.isPresent() || next.isEmpty()) {
                return missing;
            }
        }
        return Optional.empty();
    }

    private boolean isStored(Trial trial) {
        String end = task.ends().get(RecordJson.id(trial).toString());
        if (end == null) {
            return false;
        }
        ends.put(trial, EndJson.read(end));
        return true;
    }

    /** Receives why a trial failed, before its result. */
    synchronized void failed(Trial trial, TrialFailure failure) {
        failures.put(trial, failure);
    }

    @Override
    public synchronized void done(Trial trial, Ran result, Circumstances circumstances) {
        StoredResult stored =
                new StoredResult(RecordJson.id(trial), trial, code.apply(trial), result.result(), circumstances);
        ran.add(RanTrial.of(stored, result.looks(), Optional.ofNullable(failures.get(trial))));
        ends.put(trial, TrialEnd.of(result.result()));
    }

    @Override
    public synchronized void stop() {
        stopped = true;
    }

    /** Returns the answer of a cell all of whose trials have a result. */
    synchronized CellAnswer answer() {
        if (stopped) {
            throw new IllegalStateException("cell " + task.cell() + " was stopped before its end");
        }
        return new CellAnswer(task.cell(), ran, List.of());
    }
}
