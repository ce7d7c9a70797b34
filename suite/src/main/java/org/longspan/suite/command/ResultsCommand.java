package org.longspan.suite.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.longspan.harness.estimate.TypicalTable;
import org.longspan.harness.record.json.LookJson;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.harness.record.json.ResultsDigest;
import org.longspan.harness.store.StoredLines;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code longspan results runs/quick --canonical}. */
@Command(
        name = "results",
        description = "Prints the results of a run: of each arm on each problem the evaluation runs, how "
                + "many solved it, and the median cost to solve it in sequence-forwards. With --canonical, one line of "
                + "JSON per trial, sorted by id, and behind them one per look of a probe; with --digest, the SHA-256 of "
                + "the lines of either kind. What the folder lacks is said on standard error.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  longspan results runs/quick",
            "  diff <(longspan results runs/a --canonical) <(longspan results runs/b --canonical)",
            "",
            "Two runs are equal if this diff is empty, or if their digests agree. What probes",
            "found has a digest of its own: a run has the same results with and without them."
        })
public final class ResultsCommand implements Callable<Integer> {

    @ParentCommand
    private Session session;

    @Parameters(paramLabel = "DIR", description = "The folder of a run, such as runs/quick.")
    private Path folder;

    @ArgGroup
    private Form form = new Form();

    /** What to print in the place of the table; at most one. */
    private static final class Form {

        @Option(
                names = "--canonical",
                description = "Print every result as JSON, without fields such as seconds and host, which may differ "
                        + "between equal runs.")
        private boolean canonical;

        @Option(
                names = "--digest",
                description =
                        "Print the SHA-256 of the results as --canonical prints them, which names them in a paper; "
                                + "and behind the word probes that of what probes found, if they looked.")
        private boolean digest;

        @Option(
                names = "--typical",
                description = "Print what trials of each optimizer usually do, as CSV: share of the budget spent, "
                        + "share that solve, relative time. The command plan has such a table of the plan quick.")
        private boolean typical;
    }

    @Override
    public Integer call() {
        StoredLines lines = StoredLines.of(folder);
        lines.leftOut().sentences().forEach(session.terminal().err()::println);
        PrintWriter out = session.terminal().out();
        if (form.digest) {
            digests(lines).forEach(line -> out.print(line + "\n"));
        } else if (form.canonical) {
            lines.forEach(result -> session.terminal().data(RecordJson.canonicalLine(result)));
            lines.looks().forEach(look -> session.terminal().data(LookJson.canonicalLine(look)));
        } else if (form.typical) {
            TypicalTable table = new TypicalTable();
            lines.forEach(table::add);
            table.lines(lines.manifest().provenance().plan()).forEach(session.terminal()::data);
        } else {
            ResultsTable table = ResultsTable.of(lines);
            ResultsTable.sample(lines.manifest()).ifPresent(session.terminal().err()::println);
            table.leftOut().ifPresent(session.terminal().err()::println);
            table.lines().forEach(line -> out.print(line + "\n"));
        }
        out.flush();
        return ExitCode.OK;
    }

    /** Returns the digest of the results, and where probes looked at them that of the looks. */
    private static List<String> digests(StoredLines lines) {
        ResultsDigest results = new ResultsDigest();
        lines.forEach(results::add);
        if (lines.looks().isEmpty()) {
            return List.of(results.hex());
        }
        ResultsDigest looks = new ResultsDigest();
        lines.looks().forEach(looks::add);
        return List.of(results.hex(), "probes " + looks.hex());
    }
}
