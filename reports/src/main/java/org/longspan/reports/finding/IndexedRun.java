package org.longspan.reports.finding;

import java.util.ArrayList;
import java.util.List;
import org.longspan.harness.record.Manifest.MethodEntry;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.reports.inference.Assay;
import org.longspan.reports.inference.CrossedRuns;
import org.longspan.reports.inference.Design;
import org.longspan.reports.inference.Evaluation;
import org.longspan.reports.inference.Factor;
import org.longspan.reports.inference.SpecialCase;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.Problem;
import org.longspan.reports.summary.Run;

/**
 * The evaluation runs of a run in the form that the inference reads: rows of indices, each the place of a name in the
 * manifest. Tasks without a solved criterion have no score and so no index; a run that diverged or failed has the score
 * 0; a skipped arm and a missing run have no row.
 *
 * @param run whole
 * @param tasks with a solved criterion, the first of index 0
 * @param kin names of the groups of optimizers that share draws, initial weights and data
 * @param evaluations a row a run, in the grid's order
 */
public record IndexedRun(ArrangedRun run, List<TaskEntry> tasks, List<String> kin, List<Evaluation> evaluations) {

    public IndexedRun {
        tasks = List.copyOf(tasks);
        kin = List.copyOf(kin);
        evaluations = List.copyOf(evaluations);
    }

    /** Returns the rows of {@code run}. */
    public static IndexedRun of(ArrangedRun run) {
        List<TaskEntry> tasks = run.manifest().design().tasks().stream()
                .filter(TaskEntry::solvable)
                .toList();
        List<String> kin = run.manifest().design().optimizers().stream()
                .map(MethodEntry::kin)
                .distinct()
                .toList();
        IndexedRun bare = new IndexedRun(run, tasks, kin, List.of());
        List<Evaluation> rows = new ArrayList<>();
        for (CellResult cell : run.cells(CellResult::solvable)) {
            cell.evaluation().forEach(one -> rows.add(bare.row(one)));
        }
        return new IndexedRun(run, tasks, kin, rows);
    }

    private Evaluation row(Run one) {
        return new Evaluation(
                run.modelNames().indexOf(one.problem().model()),
                tasks.indexOf(one.problem().entry()),
                run.optimizers().indexOf(one.arm().optimizer()),
                run.clippings().indexOf(one.arm().clipping()),
                run.schedules().indexOf(one.trial().schedule().name()),
                run.policies().indexOf(one.trial().nonFiniteGradient().name()),
                one.block(),
                one.score(),
                Fingerprint.of(one.stored(), one.curve()));
    }

    /** Returns what the inference must know of the plan. The positive control is worse than its special case on purpose. */
    public Design design() {
        List<MethodEntry> optimizers = run.manifest().design().optimizers();
        List<Integer> kinOf = optimizers.stream().map(o -> kin.indexOf(o.kin())).toList();
        List<Integer> aliasOf = kinOf.stream().map(kinOf::indexOf).toList(); // the first of its kin stands for all
        List<SpecialCase> special = new ArrayList<>();
        special(Factor.OPTIMIZER, optimizers, special);
        special(Factor.CLIPPING, run.manifest().design().clippings(), special);
        Assay assay = assay();
        special.removeIf(one -> one.factor() == Factor.CLIPPING && one.general() == assay.positiveControl());
        String control = run.manifest().tuning().control();
        return new Design(kinOf, aliasOf, run.clippings().indexOf(control), special, assay, false);
    }

    private static void special(Factor factor, List<MethodEntry> methods, List<SpecialCase> cases) {
        List<String> names = methods.stream().map(MethodEntry::name).toList();
        for (MethodEntry method : methods) {
            for (String special : method.specialCases()) {
                if (names.contains(special)) {
                    cases.add(new SpecialCase(factor, names.indexOf(method.name()), names.indexOf(special)));
                }
            }
        }
    }

    private Assay assay() {
        int positiveControl = run.manifest()
                .tuning()
                .instruments()
                .positiveControl()
                .map(run.clippings()::indexOf)
                .orElse(Assay.NONE);
        return new Assay(positiveControl, ActingClippings.of(run));
    }

    /** Returns the rows under the first schedule and policy, for the components of variance. */
    public CrossedRuns crossed() {
        List<Evaluation> rows = evaluations.stream()
                .filter(row -> row.schedule() == 0 && row.policy() == 0)
                .toList();
        Design design = design();
        int seen = tasksSeen();
        return new CrossedRuns(
                rows.stream().mapToInt(row -> row.model() * seen + row.task()).toArray(),
                rows.stream().mapToInt(Evaluation::optimizer).toArray(),
                rows.stream().mapToInt(row -> design.kin().get(row.optimizer())).toArray(),
                rows.stream().mapToInt(Evaluation::clipping).toArray(),
                rows.stream().mapToInt(Evaluation::block).toArray(),
                rows.stream().mapToDouble(Evaluation::score).toArray());
    }

    /** The inference counts tasks up to the last one that has a row. */
    private int tasksSeen() {
        return 1 + evaluations.stream().mapToInt(Evaluation::task).max().orElse(0);
    }

    /** Returns the problem with the index model × tasks + task. */
    public Problem problem(int index) {
        int seen = tasksSeen();
        return run.problem(run.modelNames().get(index / seen), tasks.get(index % seen));
    }

    /** Returns the name of a level of a factor that methods or models are the levels of. */
    public String name(Factor factor, int level) {
        return switch (factor) {
            case MODEL -> run.modelNames().get(level);
            case OPTIMIZER -> run.optimizers().get(level);
            case CLIPPING -> run.clippings().get(level);
            case SCHEDULE -> run.schedules().get(level);
            case POLICY -> run.policies().get(level);
            default -> throw new IllegalArgumentException("factor " + factor.word() + " has no names");
        };
    }
}
