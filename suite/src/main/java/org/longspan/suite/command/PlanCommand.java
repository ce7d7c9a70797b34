package org.longspan.suite.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.longspan.harness.BenchmarkRun;
import org.longspan.harness.RunOptions;
import org.longspan.harness.estimate.Estimate;
import org.longspan.harness.estimate.StoredCell;
import org.longspan.harness.grid.StepCosts;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.suite.text.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code longspan plan plans/quick.yaml}. */
@Command(
        name = "plan",
        description = "Shows what a plan would run: its grid, the number of trials, and an estimate of "
                + "its time from short trials and from what is stored. Writes nothing.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  longspan plan quick                  the plan plans/quick.yaml",
            "  longspan plan my-plan.yaml --tasks my-tasks.jar",
            "  longspan plan quick --detect 0.1     and how many blocks find a difference of 0.1 in the score",
            "  longspan plan full --cores 256       and how long it takes on 256 cores like those here"
        })
public final class PlanCommand implements Callable<Integer> {

    private static final int MOST_CORES = 1_000_000;

    @ParentCommand
    private Session session;

    @Parameters(paramLabel = "PLAN", description = "A YAML file, or the name of one in plans/.")
    private String name;

    @Option(
            names = "--detect",
            paramLabel = "DIFFERENCE",
            description = "Say how many blocks find a difference of that size in the score, from 0 to 1, between a "
                    + "clipping and none and between two optimizers.")
    private Double detect;

    @Option(
            names = "--cores",
            paramLabel = "N",
            description = "Also say how long it takes on N cores like those here, in one machine or in many, each of "
                    + "which runs a block at a time.")
    private Integer cores;

    @Mixin
    private RunSettings settings;

    @Mixin
    private ShardOption shard;

    @Override
    public Integer call() {
        shard.chosen(); // a shard that is none is refused before the plan is read
        TaskCatalogue tasks = session.tasks();
        MethodCatalogue methods = session.methods();
        Plan plan = settings.read(name, tasks, methods, session.home());
        requireDifference();
        requireCores();
        RunOptions options = settings.options(session.home());
        BenchmarkRun run = shard.of(new BenchmarkRun(plan, tasks, methods, settings.folder(plan), options));
        PlanSheet sheet = new PlanSheet(session.terminal().width());
        StepCosts costs = StepCosts.of(run.grid(), methods);
        session.terminal().out().print(sheet.grid(plan, run.counts(), costs));
        shard.chosen()
                .ifPresent(one -> session.terminal().out().print(sheet.shard(one, run.partCounts(), run.folder())));
        Optional<List<StoredCell>> stored = print(run, sheet);
        session.terminal().out().print(probes(run, plan));
        session.terminal().out().print(sheet.warnings(run.warnings()));
        session.terminal().out().print(sheet.warnings(CostText.warnings(costs)));
        session.terminal()
                .out()
                .print(sheet.warnings(run.probeCosts().unseen(run.grid().cells())));
        session.terminal().out().flush();
        run.requireSomethingToRun();
        if (detect != null) {
            Detection detection = new Detection(plan, methods, Detection.analysis(settings.folder(plan)));
            session.terminal().out().print(sheet.detected(detection.sentence(detect)));
            session.terminal().out().flush();
        }
        boolean nothingLeft = shard.isEmpty(run)
                || stored.isPresent() && stored.get().stream().allMatch(cell -> cell.left() == 0);
        session.terminal().out().print(nothingLeft ? sheet.nothingLeft() : time(run.estimate(stored), sheet));
        session.terminal().out().print(memory(run, plan, sheet));
        session.terminal().out().flush();
        return ExitCode.OK;
    }

    private String time(Estimate estimate, PlanSheet sheet) {
        return sheet.time(estimate) + (cores == null ? "" : sheet.timeOn(cores, estimate));
    }

    private static String memory(BenchmarkRun run, Plan plan, PlanSheet sheet) {
        boolean probed = !plan.instruments().probes().isEmpty();
        return sheet.memory(ReportMemory.megabytes(plan, run.counts()), probed);
    }

    private void requireCores() {
        if (cores != null && (cores < 1 || cores > MOST_CORES)) {
            throw new UserError("--cores is " + cores + ", expected a whole number from 1 to " + MOST_CORES);
        }
    }

    private String probes(BenchmarkRun run, Plan plan) {
        int batch = plan.rules().budget().batch();
        return plan.instruments().probes().isEmpty()
                ? ""
                : new ProbeTable(session.terminal().width(), batch)
                        .of(run.probeCosts().rows(run.grid().cells()));
    }

    private void requireDifference() {
        if (detect != null && !(detect > 0 && detect <= 1)) {
            throw new UserError("--detect is " + Wording.number(detect)
                    + ", expected a difference of scores over 0 and at most 1, such as 0.1");
        }
    }

    /**
     * Prints how many trials are stored, if any, and returns what is. A folder that cannot be read is told of, but the
     * plan is shown all the same.
     */
    private Optional<List<StoredCell>> print(BenchmarkRun run, PlanSheet sheet) {
        try {
            Optional<List<StoredCell>> stored = run.stored();
            stored.ifPresent(cells -> session.terminal().out().print(sheet.stored(cells, run.folder())));
            return stored;
        } catch (UserError e) {
            session.terminal().out().print(sheet.storedUnknown(e.getMessage()));
            return Optional.empty();
        }
    }
}
