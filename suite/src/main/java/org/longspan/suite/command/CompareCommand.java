package org.longspan.suite.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.longspan.harness.refusal.UserError;
import org.longspan.reports.compare.Comparison;
import org.longspan.reports.inference.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code longspan compare runs/yesterday runs/today}. */
@Command(
        name = "compare",
        description =
                "Holds runs against the first of them: which trials are equal bit for bit, how the scores of arms and"
                        + " problems that both have differ, what only one has, and what each took. Nothing in the runs'"
                        + " folders is changed.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  longspan compare runs/yesterday runs/today",
            "  longspan compare runs/quick mine/quick --match adam=my-adam    another optimizer in adam's place",
            "  longspan compare runs/a runs/b runs/c --out compared           compare.html and compare.json",
            "  longspan compare runs/a runs/b --only worse"
        })
public final class CompareCommand implements Callable<Integer> {

    @ParentCommand
    private Session session;

    @Parameters(
            paramLabel = "RUN",
            arity = "2..*",
            description = "The folders of two runs or more. The first is the base, which the others are held against.")
    private final List<Path> folders = new ArrayList<>();

    @Option(
            names = "--match",
            paramLabel = "NAME=OTHER",
            description =
                    "Hold the optimizer or clipping OTHER of another run against NAME of the first; may be repeated."
                            + " Without it, equal names match.")
    private final List<String> matches = new ArrayList<>();

    @Option(
            names = "--only",
            paramLabel = "better|worse",
            description =
                    "Print only differences that are shown better, or only those that are shown worse. The page and"
                            + " the JSON hold all; the page has a filter of its own.")
    private String only;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write compare.html and compare.json into this folder, made if it is not there.")
    private Path out;

    @Option(names = "--page", paramLabel = "FILE", description = "Write the page into this file.")
    private Path page;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the comparison as JSON into this file.")
    private Path json;

    @Override
    public Integer call() {
        Optional<Verdict> shown = Optional.ofNullable(only).map(CompareCommand::verdict);
        ComparisonFiles files = new ComparisonFiles(out, page, json);
        files.require();
        List<StoredSource> runs = StoredSource.of(folders);
        Comparison comparison = ComparedFolders.of(runs, MatchOption.matches(matches, runs));
        runs.forEach(run -> run.notes().forEach(note -> session.terminal().err().println(run.name() + ": " + note)));
        new CompareTable(comparison, shown, session.terminal().width())
                .lines()
                .forEach(session.terminal().out()::println);
        files.write(comparison).forEach(session.terminal().out()::println);
        return ExitCode.OK;
    }

    private static Verdict verdict(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "better" -> Verdict.BETTER;
            case "worse" -> Verdict.WORSE;
            default -> throw new UserError("--only " + word + ": expected better or worse");
        };
    }
}
