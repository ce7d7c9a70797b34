package org.longspan.harness.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.longspan.harness.code.CodeIndex;
import org.longspan.harness.code.TrialCode;
import org.longspan.harness.fake.FakeMethods;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.fake.Plans;
import org.longspan.harness.fake.Results;
import org.longspan.harness.grid.Grid;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.probe.ProbingRunner;
import org.longspan.harness.record.BriefResult;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.Instruments;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.PlugInJars;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.optim.Optimizer;
import org.longspan.probes.Probes;
import org.longspan.sources.IndexedType;

/** Results and manifests for test folders. */
final class Stored {

    static final TrialCode CODE = code("optim-1");
    static final Plan PLAN = Plans.of("quick", 0);

    private static final List<Trial> TRIALS =
            Grid.of(PLAN, FakeMethods.catalogue(), (m, o, c) -> Optional.empty()).cells().stream()
                    .map(cell -> cell.next(Map.of()).get(0))
                    .toList();

    private Stored() {}

    /** Returns the code of a build in which the type {@code Optimizer} has that hash. */
    static TrialCode code(String hash) {
        List<IndexedType> types = new ArrayList<>(List.of(
                new IndexedType(Optimizer.class.getName(), hash, Set.of()),
                new IndexedType(ProbingRunner.class.getName(), "runner", Set.of())));
        Probes.all().forEach(probe -> types.add(new IndexedType(probe.source().getName(), probe.name(), Set.of())));
        return new TrialCode(new CodeIndex(types), trial -> Optional.of(Set.of(Optimizer.class)));
    }

    /** Returns the hash of the code that makes every trial of the plan. */
    static String hash(TrialCode code) {
        return code.hash(trials().get(0)).orElseThrow();
    }

    /** Returns what a run of that code may use again that accepts another. */
    static Usable accepting(TrialCode running, TrialCode other) {
        return new Usable(running, Set.of(hash(other)), List.of(), List.of());
    }

    /** Returns the first trial of every cell of the plan. */
    static List<Trial> trials() {
        return TRIALS;
    }

    static StoredResult result(int trial) {
        return result(trial, CODE, Results.solved(600 + trial));
    }

    /** Returns what a run keeps of {@link #result(int)}. */
    static StoredLine line(int trial) {
        return StoredLine.of(BriefResult.of(result(trial)));
    }

    static StoredResult result(int trial, TrialCode code, TrialResult result) {
        Trial what = trials().get(trial);
        return new StoredResult(
                RecordJson.id(what),
                what,
                hash(code),
                result,
                new Circumstances(0.5, "2026-01-01T00:00:00Z", "25", "cpu", "plain", "Linux"));
    }

    static Manifest manifest(TrialCode code) {
        TaskCatalogue tasks = FakeTasks.catalogue();
        TaskChoice task = PLAN.factors().tasks().get(0);
        Manifest.TaskEntry entry = new Manifest.TaskEntry(
                task,
                true,
                1.0 / 3,
                "1/3",
                "loss",
                true,
                0.01,
                "squared error",
                tasks.names().toString());
        return new Manifest(
                Manifest.SCHEMA,
                new Manifest.Provenance(PLAN.name(), PLAN.text(), PLAN.head(), "0", "", code.parts(trials())),
                new Manifest.Tuning("quick", 4, "none", Instruments.NONE, 8, 1, Optional.empty()),
                new Manifest.Design(
                        List.of(entry),
                        PLAN.factors().models(),
                        List.of(method("descent"), method("heavy")),
                        List.of(method("none"), method("by-norm"), method("by-value")),
                        List.of(method("constant")),
                        List.of(method("fail")),
                        List.of(),
                        List.of(),
                        100),
                PLAN.rules(),
                Map.of(),
                PlugInJars.NONE,
                List.of(),
                List.of());
    }

    private static Manifest.MethodEntry method(String name) {
        return new Manifest.MethodEntry("kind", name, "", "", "", name, List.of(), List.of());
    }
}
