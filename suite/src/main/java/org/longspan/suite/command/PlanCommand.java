package org.longspan.suite.command;

import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.longspan.harness.BenchmarkRun;
import org.longspan.harness.RunOptions;
import org.longspan.harness.estimate.Estimate;
import org.longspan.harness.grid.StepCosts;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.suite.text.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code longspan plan plans/quick.yaml}. */
@Command(
        name = "plan",
        description = "Shows what a plan would run: its grid, the number of trials per stage, and an estimate of "
                + "its time from a few timed updates. Runs no trial and writes nothing.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  longspan plan quick                  the plan plans/quick.yaml",
            "  longspan plan my-plan.yaml --tasks my-tasks.jar"
        })
public final class PlanCommand implements Callable<Integer> {

    @ParentCommand
    private Session session;

    @Parameters(paramLabel = "PLAN", description = "A YAML file, or the name of one in plans/.")
    private String name;

    @Mixin
    private RunSettings settings;

    @Override
    public Integer call() {
        TaskCatalogue tasks = session.tasks();
        MethodCatalogue methods = session.methods();
        Plan plan = settings.read(name, tasks, methods, session.home());
        RunOptions options = settings.options(session.home());
        BenchmarkRun run = new BenchmarkRun(plan, tasks, methods, settings.folder(plan), options);
        PlanSheet sheet = new PlanSheet(session.terminal().width());
        StepCosts costs = StepCosts.of(run.grid(), methods);
        session.terminal().out().print(sheet.grid(plan, run.counts(), costs));
        OptionalInt stored = print(run, plan, sheet);
        session.terminal().out().print(sheet.warnings(run.warnings()));
        session.terminal().out().print(sheet.warnings(CostText.warnings(costs)));
        session.terminal().out().flush();
        run.requireSomethingToRun();
        int left = run.counts().trials() - stored.orElse(0);
        session.terminal()
                .out()
                .print(
                        left == 0
                                ? sheet.nothingLeft()
                                : sheet.time(
                                        Estimate.of(plan, tasks, methods, options),
                                        left,
                                        run.counts().trials()));
        session.terminal().out().flush();
        return ExitCode.OK;
    }

    /**
     * Prints and returns how many trials are stored, if any. A folder that cannot be read is told of, but the plan is
     * shown all the same.
     */
    private OptionalInt print(BenchmarkRun run, Plan plan, PlanSheet sheet) {
        try {
            OptionalInt stored = run.stored();
            if (stored.isPresent()) {
                session.terminal()
                        .out()
                        .print(sheet.stored(Wording.count(stored.getAsInt()) + " of "
                                + Wording.count(run.counts().trials(), "trial") + " in " + settings.folder(plan)));
            }
            return stored;
        } catch (UserError e) {
            session.terminal().out().print(sheet.stored("cannot be told: " + e.getMessage()));
            return OptionalInt.empty();
        }
    }
}
