package org.longspan.suite.command;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.longspan.harness.status.RunStatus;
import org.longspan.reports.json.JsonReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code longspan status runs/quick}. */
@Command(
        name = "status",
        description =
                "Tells of a run that is going on or was left: whether a process runs it, its stages, its pace, the"
                        + " time left, its outcomes and the machines. Of a run in shards, all of them together and each"
                        + " by itself. It reads the folder alone, takes no lock and disturbs no run.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  longspan status runs/quick",
            "  longspan status runs/quick --json | jq .pace.secondsLeft",
            "",
            "longspan report makes a report of what is there at any moment."
        })
public final class StatusCommand implements Callable<Integer> {

    @ParentCommand
    private Session session;

    @Parameters(paramLabel = "DIR", description = "The folder of a run, such as runs/quick, or of a shard of it.")
    private Path folder;

    @Option(names = "--json", description = "Print it as JSON, for programs.")
    private boolean json;

    @Override
    public Integer call() {
        RunStatus status = RunStatus.of(folder);
        Instant now = Instant.now();
        if (json) {
            session.terminal()
                    .data(JsonReport.text(StatusDocument.of(status, now)).stripTrailing());
        } else {
            StatusSheet.lines(status, now)
                    .forEach(line -> session.terminal().out().print(line + "\n"));
        }
        session.terminal().out().flush();
        return ExitCode.OK;
    }
}
