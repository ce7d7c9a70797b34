package org.longspan.suite.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.longspan.harness.BenchmarkRun;
import org.longspan.harness.FailureReasons;
import org.longspan.harness.RunOptions;
import org.longspan.harness.RunSummary;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.suite.text.MemoryHint;
import org.longspan.suite.text.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code longspan run plans/quick.yaml}. */
@Command(
        name = "run",
        description = "Runs a plan into its folder and writes the reports. Trials with a stored result are not "
                + "run again, so the same command resumes a run that was killed.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  longspan run smoke                   the plan plans/smoke.yaml, into runs/smoke",
            "  longspan run my-plan.yaml --runs /tmp/runs --threads 4",
            "  longspan run quick --shard 3/16      a sixteenth of its blocks, on any machine",
            "",
            "Exit code 1 when a trial failed or all were skipped; all other results are still written."
        })
public final class RunCommand implements Callable<Integer> {

    @ParentCommand
    private Session session;

    @Parameters(paramLabel = "PLAN", description = "A YAML file, or the name of one in plans/.")
    private String name;

    @Mixin
    private RunSettings settings;

    @Mixin
    private ShardOption shard;

    @Override
    public Integer call() {
        Optional<RunSummary> ran = run();
        if (ran.isEmpty()) {
            return ExitCode.OK;
        }
        return told(ran.get());
    }

    /**
     * Runs the plan, and returns no summary of a shard without a block. Nothing of the grid outlives this method: the
     * report that follows needs the room.
     */
    private Optional<RunSummary> run() {
        shard.chosen(); // a shard that is none is refused before the plan is read
        TaskCatalogue tasks = session.tasks();
        MethodCatalogue methods = session.methods();
        Plan plan = settings.read(name, tasks, methods, session.home());
        RunOptions options = settings.options(session.home());
        BenchmarkRun run = shard.of(new BenchmarkRun(plan, tasks, methods, settings.folder(plan), options));
        if (shard.isEmpty(run)) {
            say("shard " + shard.chosen().orElseThrow() + " of plan " + plan.name() + " has no block: nothing to run");
            return Optional.empty();
        }
        return Optional.of(new ShownRun(session, settings).run(run));
    }

    /** Writes the reports and says how the run went. */
    private int told(RunSummary summary) {
        if (summary.stopped()) {
            say("stopped after a trial, because the parent process has ended; the same command resumes the run");
            return ExitCode.NOT_WELL;
        }
        StoredReport report = StoredReport.of(summary.folder());
        List<Path> files = report.write(summary.folder());
        report.faultOfCosts().ifPresent(session.terminal().err()::println);
        say(counts(summary));
        summary.outcomes().skips().phrases().forEach(phrase -> say("  skipped: " + Wording.line(phrase)));
        failures(summary.failures());
        say("wall time " + Wording.span(summary.wallSeconds()) + ", " + coreSeconds(summary));
        files.forEach(file -> say(file.toString()));
        boolean nothingToCompare = shard.chosen().isEmpty() // all trials of a shard may be skips
                && summary.outcomes().skipped() == summary.run() + summary.reused();
        if (nothingToCompare) {
            session.terminal().err().println("longspan: every trial was skipped, so there is nothing to compare");
        }
        return summary.outcomes().failed() == 0 && !nothingToCompare ? ExitCode.OK : ExitCode.NOT_WELL;
    }

    private void failures(FailureReasons failures) {
        failures.phrases().forEach(phrase -> say("  failed: " + MemoryHint.after(Wording.line(phrase))));
        failures.traces().ifPresent(file -> say("  the first stack trace of each reason is in " + file));
    }

    private static String counts(RunSummary summary) {
        return Wording.count(summary.run(), "trial") + " run, " + Wording.count(summary.reused()) + " reused: "
                + Wording.count(summary.outcomes().solved()) + " solved, "
                + Wording.count(summary.outcomes().budgetSpent())
                + " spent the whole budget, " + Wording.count(summary.outcomes().diverged()) + " diverged, "
                + Wording.count(summary.outcomes().skipped()) + " skipped, "
                + Wording.count(summary.outcomes().failed()) + " failed";
    }

    private static String coreSeconds(RunSummary summary) {
        return Wording.count(Math.round(summary.coreSeconds()), "core-second");
    }

    private void say(String line) {
        session.terminal().out().println(line);
        session.terminal().out().flush();
    }
}
