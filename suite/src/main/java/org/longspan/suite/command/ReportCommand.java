package org.longspan.suite.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code longspan report runs/quick}. */
@Command(
        name = "report",
        description = "Rebuilds report.json and report.html of a run from its folder alone, or writes only its "
                + "figures or its page elsewhere.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  longspan report runs/quick",
            "  longspan report /shared/quick --out quick-report    of a folder that cannot be written",
            "  longspan report runs/quick --figures paper/figures",
            "  longspan report runs/quick --guide docs",
            "  longspan report runs/quick --page docs/example-report.html"
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

    @Option(
            names = "--figures",
            paramLabel = "DIR",
            description =
                    "Write every figure into this folder, made if it is not there: as SVG for any viewer, and its "
                            + "numbers as CSV. Other files in it stay. Without --out, no report is written.")
    private Path figures;

    @Option(
            names = "--guide",
            paramLabel = "DIR",
            description = "Write the pictures of docs/reading-a-report.md into this folder, made if it is not there: "
                    + "figures of this run, with numbers that the page explains; of a run with probes, the pictures of "
                    + "docs/phenomena.md. Without --out, no report is written.")
    private Path guide;

    @Option(
            names = "--page",
            paramLabel = "FILE",
            description = "Write the page into this file, to be published; its commands name the run's folder as it is "
                    + "given here. Without --out, no report is written.")
    private Path page;

    @Override
    public Integer call() {
        StoredReport report = StoredReport.of(folder);
        List<Path> written = new ArrayList<>();
        if (out != null || Stream.of(figures, guide, page).allMatch(Objects::isNull)) {
            written.addAll(report.write(out == null ? folder : out));
        }
        if (figures != null) {
            written.add(report.writeFigures(figures));
        }
        if (guide != null) {
            written.add(report.writeGuide(guide));
        }
        if (page != null) {
            written.add(report.writePage(page));
        }
        report.notes().forEach(session.terminal().err()::println);
        written.forEach(session.terminal().out()::println);
        return ExitCode.OK;
    }
}
