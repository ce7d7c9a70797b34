package org.longspan.suite.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code longspan report runs/quick}. */
@Command(
        name = "report",
        description = "Rebuilds report.json and report.html of a run from its folder alone.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  longspan report runs/quick",
            "  longspan report /shared/quick --out quick-report    of a folder that cannot be written"
        })
public final class ReportCommand implements Callable<Integer> {

    @ParentCommand
    private Session session;

    @Parameters(paramLabel = "DIR", description = "The folder of a run, such as runs/quick.")
    private Path folder;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder to write the reports into, made if it is not there. Default: that of the run.")
    private Path out;

    @Override
    public Integer call() {
        ReportFiles reports = ReportFiles.write(folder, out == null ? folder : out);
        reports.leftOut().forEach(session.terminal().err()::println);
        reports.costs().ifPresent(session.terminal().err()::println);
        session.terminal().out().println(reports.json());
        session.terminal().out().println(reports.html());
        return ExitCode.OK;
    }
}
