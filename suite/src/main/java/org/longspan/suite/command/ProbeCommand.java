package org.longspan.suite.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.longspan.harness.RunOptions;
import org.longspan.harness.SoleTrial;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.probe.ProbingRunner;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.reports.ProbeReport;
import org.longspan.reports.summary.ReplayLine;
import org.longspan.suite.progress.TrainingDisplay;
import org.longspan.suite.text.Version;
import org.longspan.suite.text.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code longspan probe tanh-rnn adding}. */
@Command(
        name = "probe",
        description =
                "Looks into one training run with every probe and writes one page: how far back its loss reaches, "
                        + "its curvature, its cliffs and what each kind of step does there. At its defaults it takes less than "
                        + "a minute.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  longspan probe tanh-rnn adding --length 50 --initialization sparse",
            "  longspan probe lstm adding --length 50 --clipping none",
            "  longspan probe gru copy --length 20 --optimizer adam --probes signal-by-lag,lyapunov",
            "",
            "Values are those of a plan, and the page has the plan of its run."
        })
public final class ProbeCommand implements Callable<Integer> {

    private final long begun = System.nanoTime();

    @ParentCommand
    private Session session;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ProbeOptions options;

    @Option(
            names = "--page",
            paramLabel = "FILE",
            description =
                    "Write the page into this file. Default: one in the working directory, named after the model, "
                            + "the task and the length, such as probe-lstm-adding-50.html.")
    private Path page;

    @Mixin
    private KernelOption kernels;

    @Override
    public Integer call() {
        TaskCatalogue tasks = session.tasks();
        MethodCatalogue methods = session.methods();
        ProbePlan.Checked checked = new ProbePlan(options, methods, tasks).checked();
        PageFile file = file(checked.plan());
        RunOptions run = new RunOptions(
                1,
                kernels.choose().kernels(),
                Set.of(),
                false,
                Version.number(),
                Version.commit(session.home()),
                checked.part(),
                List.of());
        SoleTrial trial = new SoleTrial(checked.plan(), tasks, methods, run);
        SoleTrial.Done done = done(trial, checked.plan());
        ProbeReport report = ProbeReport.of(done.manifest(), done.result(), done.looks(), UnitCliffTables.all());
        Path written = file.write(() -> report.html(command(), checked.part()));
        say(report.findings(), written);
        return done.result().result().outcome() instanceof Outcome.Failed ? ExitCode.NOT_WELL : ExitCode.OK;
    }

    private SoleTrial.Done done(SoleTrial trial, Plan plan) {
        PrintWriter err = session.terminal().err();
        try (TrainingDisplay display = TrainingDisplay.on(session.terminal())) {
            return trial.run(
                    bench -> {
                        ProbingRunner runner = new ProbingRunner(
                                bench,
                                plan.instruments().probes(),
                                plan.factors().clippings());
                        return one -> runner.run(one, display);
                    },
                    err::println);
        }
    }

    /** A page that the command names itself replaces nothing but such a page. */
    private PageFile file(Plan plan) {
        PageFile file =
                page == null ? new PageFile(Path.of(plan.name() + ".html"), "the page") : new PageFile(page, "--page");
        file.require();
        if (page == null && Files.exists(file.absolute()) && !isSuchAPage(file.absolute())) {
            throw new UserError("the file " + file.file() + " is there and is no page of this command, expected none: "
                    + "move it away, or name another with --page");
        }
        return file;
    }

    private static boolean isSuchAPage(Path file) {
        try {
            return Files.isRegularFile(file) && Files.readString(file).contains(ProbeReport.KICKER);
        } catch (IOException e) {
            return false; // not even text
        }
    }

    /** Returns the command as it was given, ready for a shell. */
    private String command() {
        return spec.commandLine().getParseResult().originalArgs().stream()
                .map(ReplayLine::quoted)
                .collect(Collectors.joining(" ", "./longspan ", ""));
    }

    private void say(List<String> findings, Path written) {
        PrintWriter out = session.terminal().out();
        findings.forEach(out::println);
        out.println("wall time " + Wording.span((System.nanoTime() - begun) * 1e-9));
        out.println(written);
        out.flush();
    }
}
