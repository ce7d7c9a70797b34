package org.longspan.harness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialId;
import org.longspan.harness.record.json.EndJson;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.remote.Assignment;
import org.longspan.harness.remote.CellAnswer;
import org.longspan.harness.remote.CellBench;
import org.longspan.harness.remote.CellSource;
import org.longspan.harness.remote.CellTask;
import org.longspan.harness.remote.RanTrial;
import org.longspan.harness.run.TrialRunner.Ran;

/**
 * Hands out whole cells. A cell that comes back is walked as one that runs here, with its results in the place of runs,
 * so it is stored and counted alike.
 */
final class CellWalk implements CellSource {

    private final Assignment assignment;
    private final OpenRun run;
    private final Map<String, GridCell> open = new LinkedHashMap<>();
    private boolean stopped;

    CellWalk(Assignment assignment, OpenRun run) {
        this.assignment = assignment;
        this.run = run;
        run.reuse().open().forEach(cell -> open.put(CellBench.id(cell), cell));
    }

    @Override
    public Assignment assignment() {
        return assignment;
    }

    @Override
    public List<CellTask> open() {
        List<CellTask> tasks = new ArrayList<>();
        open.forEach((id, cell) -> {
            Map<String, String> ends = new TreeMap<>();
            Reuse.walk(
                    cell,
                    new HashMap<>(),
                    run.store()::find,
                    (trial, line) -> ends.put(line.id().toString(), EndJson.text(line.end())));
            tasks.add(new CellTask(id, ends));
        });
        return tasks;
    }

    @Override
    public void done(CellAnswer answer) {
        if (!answer.refusal().isEmpty()) {
            throw new UserError(answer.refusal(), null);
        }
        GridCell cell = open.remove(answer.cell());
        if (cell == null) {
            return; // a task that ran twice
        }
        Map<TrialId, RanTrial> results = new HashMap<>(); // never iterated
        answer.trials().forEach(ran -> results.put(ran.stored().id(), ran));
        GridWalk walk = new GridWalk(List.of(cell), run);
        for (Optional<Trial> next = walk.take(); next.isPresent(); next = walk.take()) {
            store(next.get(), results.get(RecordJson.id(next.get())), walk);
        }
        stopped |= walk.wasStopped();
    }

    private void store(Trial trial, RanTrial ran, GridWalk walk) {
        String what = "trial " + RecordJson.id(trial) + " of another process";
        if (ran == null) {
            throw new UserError(what + " is missing, expected a result of every trial of its cell");
        }
        StoredResult result = ran.stored();
        if (!result.code().equals(run.store().codeOf(trial))) {
            throw new UserError(what + " was made by code " + result.code() + ", expected "
                    + run.store().codeOf(trial) + ", that of this process; nothing of it was stored");
        }
        if (ran.failure() != null) {
            run.failures().add(trial, ran.failure());
        }
        walk.done(trial, new Ran(result.result(), ran.found()), result.circumstances());
    }

    @Override
    public boolean isStopped() {
        stopped |= run.abandoned().getAsBoolean();
        return stopped;
    }

    @Override
    public void note(String line) {
        run.failures().note(line);
    }

    /** Returns whether the walk ended before all cells had. */
    boolean wasStopped() {
        return stopped || !open.isEmpty();
    }
}
