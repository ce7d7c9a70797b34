package org.longspan.suite.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.longspan.harness.BenchmarkRun;
import org.longspan.harness.RunSummary;
import org.longspan.harness.estimate.Estimate;
import org.longspan.harness.estimate.StoredCell;
import org.longspan.harness.plan.Plan;
import org.longspan.reports.claim.Answered;
import org.longspan.suite.progress.ProgressDisplay;
import org.longspan.suite.progress.SeveralPlans;
import org.longspan.suite.progress.StopNote;
import org.longspan.suite.text.RoughTime;
import org.longspan.suite.text.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code longspan claims run value-like-norm}. */
@Command(
        name = "run",
        description = "Runs the plans of claims into runs/claims, where trials are missing, and answers the claims. "
                + "The same command resumes a run that was killed. Writes claims.html and claims.json.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  longspan claims run                      all claims in claims/*.yaml",
            "  longspan claims run value-like-norm      one of them",
            "  longspan claims run my-claim.yaml        a claim in a file of your own",
            "  longspan claims run all --seed 1         all under another root seed",
            "",
            "Exit code 1 when a trial failed; a refuted claim is a result."
        })
public final class ClaimsRunCommand implements Callable<Integer> {

    @ParentCommand
    private Session session;

    @Parameters(
            paramLabel = "CLAIM",
            arity = "0..*",
            description = "The id of a claim in claims/*.yaml, a YAML file, or the word all. Default: all.")
    private final List<String> words = new ArrayList<>();

    @Mixin
    private RunSettings settings;

    /** A plan that has trials to run. */
    private record Job(Plan plan, BenchmarkRun run, SeveralPlans.Expected expected) {}

    @Override
    public Integer call() {
        ClaimRuns runs = ClaimRuns.of(session, settings, words);
        List<Job> jobs = jobs(runs);
        boolean well = jobs.isEmpty() || run(jobs, runs);
        runs.changed();
        List<Answered> answers = runs.answers();
        List<Path> files = runs.write(answers);
        new ClaimTable(session.terminal().width()).lines(answers).forEach(this::say);
        files.forEach(file -> say(file.toString()));
        return well ? ExitCode.OK : ExitCode.NOT_WELL;
    }

    /** Says what each plan will take, and returns those with trials to run. */
    private List<Job> jobs(ClaimRuns runs) {
        List<Job> jobs = new ArrayList<>();
        double middle = 0;
        for (Plan plan : runs.plans()) {
            BenchmarkRun run = runs.run(plan);
            run.requireSomethingToRun();
            Optional<List<StoredCell>> stored = run.stored();
            int left = stored.map(
                            cells -> cells.stream().mapToInt(StoredCell::left).sum())
                    .orElse(run.counts().trials());
            if (left == 0) {
                say("plan " + plan.name() + ": nothing is left to run");
                continue;
            }
            Estimate estimate = run.estimate(stored);
            int done = run.counts().trials() - left;
            middle += estimate.seconds().middle();
            jobs.add(new Job(
                    plan,
                    run,
                    new SeveralPlans.Expected(
                            run.counts().trials(), done, estimate.coreSeconds().middle())));
            say("plan " + plan.name() + ": " + Wording.count(left, "trial") + " of "
                    + Wording.count(run.counts().trials()) + ", about "
                    + RoughTime.of(estimate.seconds().middle()) + " on " + Wording.count(estimate.threads(), "thread"));
        }
        if (jobs.size() > 1) {
            say("in all about " + RoughTime.of(middle));
        }
        return jobs;
    }

    private boolean run(List<Job> jobs, ClaimRuns runs) {
        boolean well = true;
        double seconds = 0;
        try (ProgressDisplay display = display(runs.folder())) {
            SeveralPlans several =
                    new SeveralPlans(display, jobs.stream().map(Job::expected).toList());
            display.note(settings.kernels().reason());
            MultiplyAdd.missing().ifPresent(display::note);
            for (Job job : jobs) {
                display.note("plan " + job.plan().name());
                RunSummary summary = job.run().run(several);
                seconds += summary.wallSeconds();
                several.next(seconds);
                if (summary.stopped()) {
                    return false;
                }
                StoredReport.of(summary.folder()).write(summary.folder());
                summary.failures().phrases().forEach(phrase -> display.note("  failed: " + Wording.line(phrase)));
                display.note("plan " + job.plan().name() + ": wall time " + Wording.span(summary.wallSeconds()) + ", "
                        + Wording.count(Math.round(summary.coreSeconds()), "core-second"));
                well &= summary.outcomes().failed() == 0;
            }
        }
        return well;
    }

    private ProgressDisplay display(Path folder) {
        ProgressDisplay display = ProgressDisplay.on(session.terminal());
        return session.ownsProcess() ? StopNote.on(display, session.terminal(), folder) : display;
    }

    private void say(String line) {
        session.terminal().out().println(line);
        session.terminal().out().flush();
    }
}
