package org.longspan.suite.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.longspan.harness.record.ProbeRecord;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.NameHint;
import org.longspan.harness.refusal.Shown;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.store.LockState;
import org.longspan.harness.store.StoredLines;
import org.longspan.reports.export.Export;
import org.longspan.suite.progress.CountDisplay;
import org.longspan.suite.text.MemoryHint;
import org.longspan.suite.text.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code longspan export runs/quick --to csv}. */
@Command(
        name = "export",
        description =
                "Writes the results of a run as tidy tables for pandas, R, DuckDB or a spreadsheet: a file for each"
                        + " table, a row for each observation, and dictionary.csv, which says what every column means. The"
                        + " folder comes into its place when it is whole. What the run's folder lacks is said on standard"
                        + " error.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  longspan export runs/quick --to csv                  into runs/quick/csv",
            "  longspan export runs/quick --to csv --out tables",
            "",
            "docs/exported-tables.md shows how to read them."
        })
public final class ExportCommand implements Callable<Integer> {

    private static final String CSV = "csv";

    @ParentCommand
    private Session session;

    @Parameters(paramLabel = "DIR", description = "The folder of a run, such as runs/quick.")
    private Path folder;

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            defaultValue = CSV,
            description =
                    "The format of the tables: csv, comma-separated values by RFC 4180. Default: ${DEFAULT-VALUE}.")
    private String format;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "The folder to write the tables into: a new or empty one, or one with an earlier export of this "
                            + "plan, which is replaced. Default: the folder csv in that of the run.")
    private Path out;

    @Override
    public Integer call() {
        if (!format.equals(CSV)) {
            throw new UserError(
                    "--to " + Shown.value(format) + ": there is no such format" + NameHint.hint(format, List.of(CSV)));
        }
        StoredLines lines = StoredLines.of(folder);
        if (lines.size() == 0) {
            throw StoredReport.empty(folder, lines.leftOut().lost());
        }
        Path place = out == null ? folder.resolve(CSV) : out;
        try (ExportFolder target =
                ExportFolder.at(place, lines.manifest().provenance().plan())) {
            Map<String, Long> rows = written(lines, target);
            boolean replaced = target.keep();
            LockState.of(folder).sentence().ifPresent(session.terminal().err()::println);
            lines.leftOut().sentences().forEach(session.terminal().err()::println);
            say(rows, target.path(), replaced);
            return ExitCode.OK;
        } catch (UncheckedIOException e) {
            throw unwritten(place, e.getCause());
        } catch (IOException e) {
            throw unwritten(place, e);
        } catch (OutOfMemoryError e) {
            throw new UserError(
                    "the tables of " + folder + " do not fit into memory; all results are kept, and "
                            + MemoryHint.sentence() + " for longspan export " + folder,
                    e);
        }
    }

    private Map<String, Long> written(StoredLines lines, ExportFolder target) throws IOException {
        long all = (long) lines.size() + lines.looks().size();
        try (CountDisplay display = CountDisplay.on(session.terminal(), "records", all);
                Export export = new Export(lines.manifest(), target::open)) {
            lines.forEach((StoredResult result) -> {
                export.add(result);
                display.step();
            });
            lines.looks().forEach((ProbeRecord look) -> {
                export.add(look);
                display.step();
            });
            return export.finish();
        }
    }

    private void say(Map<String, Long> rows, Path path, boolean replaced) {
        PrintWriter terminal = session.terminal().out();
        int width = rows.keySet().stream().mapToInt(String::length).max().orElseThrow();
        rows.forEach((file, count) ->
                terminal.println(file + " ".repeat(width - file.length()) + "  " + Wording.count(count, "row")));
        terminal.println(path + (replaced ? " (replaces the earlier export)" : ""));
        terminal.flush();
    }

    private static UserError unwritten(Path place, IOException e) {
        return new UserError(
                "the tables cannot be written into " + place + ": " + FileFailures.of(e)
                        + "; --out DIR writes them elsewhere",
                e);
    }
}
