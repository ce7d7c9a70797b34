package org.longspan.suite.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.longspan.harness.merge.Merge;
import org.longspan.harness.merge.MergeSummary;
import org.longspan.suite.progress.MergeDisplay;
import org.longspan.suite.text.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code longspan merge runs/quick/shards/* --into runs/quick}. */
@Command(
        name = "merge",
        description = "Puts runs of one plan together, such as its shards, into a whole run's folder. Nothing in the"
                + " others is changed, and nothing that the folder holds is lost. Results of one trial by one code must"
                + " be equal bit for bit; where they are not, both places are named and nothing is written.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  longspan merge runs/quick/shards/* --into runs/quick",
            "  longspan merge laptop/runs/quick desk/runs/quick --into both/quick",
            "",
            "The files do not depend on the order of the folders. Merging again takes in what has",
            "been added since."
        })
public final class MergeCommand implements Callable<Integer> {

    @ParentCommand
    private Session session;

    @Parameters(
            paramLabel = "DIR",
            arity = "1..*",
            description = "The folders of runs, such as runs/quick/shards/03-of-16. In those that are being run, what "
                    + "is finished counts.")
    private List<Path> folders;

    @Option(
            names = "--into",
            paramLabel = "DIR",
            required = true,
            description = "The folder of the merged run: a new one, or one of the same plan, whose results stay.")
    private Path into;

    @Override
    public Integer call() {
        Merge merge = Merge.of(folders, into);
        MergeSummary summary;
        try (MergeDisplay display = MergeDisplay.on(session.terminal())) {
            summary = merge.run(display);
        }
        say(Wording.count(summary.folders(), "folder") + " merged into " + into + ": " + results(summary)
                + (summary.looks() == 0 ? "" : ", " + Wording.count(summary.looks(), "look") + " of probes")
                + (summary.twice() == 0
                        ? ""
                        : "; " + Wording.count(summary.twice(), "line") + (summary.twice() == 1 ? " was" : " were")
                                + " there twice"));
        if (summary.trials() > 0) {
            say("longspan report " + into + " makes the reports");
        }
        return ExitCode.OK;
    }

    private static String results(MergeSummary summary) {
        int others = summary.results() - summary.trials();
        return Wording.count(summary.trials()) + " of " + Wording.count(summary.planned(), "planned trial") + " "
                + (summary.trials() == 1 ? "has" : "have") + " a result"
                + (others <= 0
                        ? ""
                        : ", " + Wording.count(others) + " more " + (others == 1 ? "is" : "are")
                                + " kept unused: of other code, of an earlier plan or of trials that ended while this"
                                + " merge read");
    }

    private void say(String line) {
        session.terminal().out().println(line);
        session.terminal().out().flush();
    }
}
