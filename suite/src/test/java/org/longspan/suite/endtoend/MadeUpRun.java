package org.longspan.suite.endtoend;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.longspan.harness.BenchmarkRun;
import org.longspan.harness.ProgressListener;
import org.longspan.harness.RunOptions;
import org.longspan.harness.RunSummary;
import org.longspan.harness.code.TrialCode;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.plan.PlanReader;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.Costs;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.StepSummary;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialEnd;
import org.longspan.harness.record.TrialResult;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.harness.remote.CellAnswer;
import org.longspan.harness.remote.CellBench;
import org.longspan.harness.remote.CellExecutor;
import org.longspan.harness.remote.CellSource;
import org.longspan.harness.remote.CellTask;
import org.longspan.harness.remote.RanTrial;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.numerics.kernel.KernelChoice;

/**
 * The run of a plan whose results are made up, in the place of training: what time and memory a folder of many results
 * takes can be measured without days of work. Each result has all looks of its plan; how good it is follows from the
 * optimizer, the clipping and the trial's id.
 */
final class MadeUpRun implements CellExecutor {

    private final Map<String, GridCell> cells = new HashMap<>(); // never iterated
    private final TrialCode code;

    private MadeUpRun(BenchmarkRun run, TrialCode code) {
        run.grid().cells().forEach(cell -> cells.put(CellBench.id(cell), cell));
        this.code = code;
    }

    /** Makes a folder by hand: {@code MadeUpRun PLAN RUNS}. */
    public static void main(String[] words) {
        RunSummary summary = write(Path.of(words[0]), Path.of(words[1]));
        System.out.println(summary.run() + " results in " + summary.folder());
    }

    /** Makes up the results of the plan {@code file} in a folder of {@code runs}, named after the plan. */
    static RunSummary write(Path file, Path runs) {
        TaskCatalogue tasks = TaskCatalogue.load(List.of());
        MethodCatalogue methods = MethodCatalogue.load(List.of());
        Plan plan = new PlanReader(methods, tasks).read(file);
        RunOptions options = RunOptions.with(KernelChoice.best("plain").kernels());
        BenchmarkRun run = new BenchmarkRun(plan, tasks, methods, runs.resolve(plan.name()), options);
        return run.runOn(new MadeUpRun(run, TrialCode.running(tasks, methods)), ProgressListener.NONE);
    }

    @Override
    public void run(CellSource source) {
        source.open().forEach(task -> source.done(new CellAnswer(task.cell(), ran(task), List.of())));
    }

    private List<RanTrial> ran(CellTask task) {
        GridCell cell = cells.get(task.cell());
        Map<Trial, TrialEnd> ends = new HashMap<>(); // never iterated
        List<RanTrial> ran = new ArrayList<>();
        for (List<Trial> next = cell.next(ends); !next.isEmpty(); next = cell.next(ends)) {
            for (Trial trial : next) {
                StoredResult stored = stored(trial, cell);
                ends.put(trial, TrialEnd.of(stored.result()));
                ran.add(new RanTrial(RecordJson.line(stored), List.of(), null));
            }
        }
        return ran;
    }

    private StoredResult stored(Trial trial, GridCell cell) {
        Circumstances circumstances = new Circumstances(
                10 * fraction("seconds", trial) + 1e-3, "2026-12-01T00:00:00Z", "25", "made up", "plain", "made up");
        TrialResult result = cell.skip()
                .map(reason -> TrialResult.notRun(new Outcome.Skipped(reason), 0, 0))
                .orElseGet(() -> result(trial));
        return new StoredResult(RecordJson.id(trial), trial, code.hash(trial).orElseThrow(), result, circumstances);
    }

    /** A number from 0 to 1 for each text, the same everywhere. */
    private static double fraction(String text) {
        long bits = Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asLong();
        return (bits >>> 11) * 0x1p-53;
    }

    private static double fraction(String what, Trial trial) {
        return fraction(what + RecordJson.id(trial));
    }

    private static TrialResult result(Trial trial) {
        int every = trial.evaluation().everyUpdates();
        long updates = trial.budget().updates();
        long perUpdate = 3L * trial.budget().batch();
        double skill =
                (fraction(trial.optimizer().name()) + fraction(trial.clipping().name())) / 2;
        boolean solved = fraction("outcome", trial) < skill;
        long end = solved ? Math.max(every, (long) (fraction("end", trial) * updates) / every * every) : updates;
        List<CurvePoint> curve = new ArrayList<>();
        for (long update = 0; update <= end; update += every) {
            double loss = 0.2 * (1 - skill * update / updates) * (0.5 + fraction("look" + update, trial));
            StepSummary steps =
                    new StepSummary((double) (float) loss, 2 * loss, 3 * loss, loss, loss / 100, loss, null);
            curve.add(new CurvePoint(update, update * perUpdate, loss, loss / 2, steps));
        }
        Outcome outcome = solved ? new Outcome.Solved(end, end * perUpdate, 0.01) : new Outcome.BudgetSpent();
        Costs costs = new Costs(end, end * perUpdate, 0, 500L * curve.size(), end * 1_000_000);
        String weights = Hashing.sha256()
                .hashString(RecordJson.id(trial).toString(), StandardCharsets.UTF_8)
                .toString();
        return new TrialResult(outcome, solved ? 1 : 0, 0.17, curve, costs, List.of(), 1_000, weights, List.of());
    }
}
