package org.longspan.suite.command;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.longspan.harness.BenchmarkRun;
import org.longspan.harness.RunSummary;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.store.StoredLines;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.HeldResults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code longspan pilot plans/quick.yaml}. */
@Command(
        name = "pilot",
        description =
                "Runs the control of a plan, every optimizer without clipping, in its first blocks, and says what "
                        + "share of each problem is solved. A problem that nearly none or nearly all solve says nothing about "
                        + "methods. The results are the plan's own: a later run of it uses them.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  longspan pilot quick                 two blocks of the plan plans/quick.yaml",
            "  longspan pilot my-plan.yaml --blocks 4"
        })
public final class PilotCommand implements Callable<Integer> {

    @ParentCommand
    private Session session;

    @Parameters(paramLabel = "PLAN", description = "A YAML file, or the name of one in plans/.")
    private String name;

    @Option(
            names = "--blocks",
            paramLabel = "N",
            defaultValue = "2",
            description = "Number of blocks. Default: ${DEFAULT-VALUE}.")
    private int blocks;

    @Mixin
    private RunSettings settings;

    @Override
    public Integer call() {
        TaskCatalogue tasks = session.tasks();
        MethodCatalogue methods = session.methods();
        Plan plan = settings.read(name, tasks, methods, session.home());
        String control = plan.factors()
                .control()
                .orElseThrow(() -> new UserError(
                        "plan " + plan.name() + " has no control, expected the clipping none among its clippings"));
        int most = plan.tier().controlBlocks();
        if (blocks < 1 || blocks > most) {
            throw new UserError("--blocks is " + blocks + ", expected a whole number from 1 to " + most
                    + ", the blocks of " + control + " in plan " + plan.name());
        }
        String only = IntStream.range(0, blocks)
                .mapToObj(block -> "block=" + block)
                .collect(Collectors.joining(",", "clipping=" + control + ",", ""));
        BenchmarkRun run = new BenchmarkRun(
                plan,
                tasks,
                methods,
                settings.folder(plan),
                settings.options(session.home()).withOnly(only));
        RunSummary summary = new ShownRun(session, settings).run(run);
        if (summary.stopped()) {
            return ExitCode.NOT_WELL;
        }
        StoredLines stored = StoredLines.of(summary.folder());
        new PilotTable(ArrangedRun.of(stored.manifest(), HeldResults.of(stored::forEach)), control)
                .lines()
                .forEach(session.terminal().out()::println);
        session.terminal().out().flush();
        return summary.outcomes().failed() == 0 ? ExitCode.OK : ExitCode.NOT_WELL;
    }
}
