package org.longspan.suite.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.remote.CellExecutor;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.reports.claim.Answered;
import org.longspan.suite.text.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code longspan claims}. */
@Command(
        name = "claims",
        description = "Lists the claims in claims/*.yaml with what the runs under runs/claims say of them: supported, "
                + "refuted, inconclusive, or not run.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  longspan claims                        lists all claims with their verdicts so far",
            "  longspan claims run                    runs what is missing, and answers all",
            "  longspan claims run value-like-norm    runs the plans of one claim",
            "  longspan claims run my-claim.yaml      a claim of your own",
            "  longspan claims --publish docs         writes docs/claims.md, and what it follows from"
        },
        subcommands = ClaimsRunCommand.class)
public final class ClaimsCommand implements Callable<Integer>, Session {

    @ParentCommand
    private Session session;

    @Parameters(
            paramLabel = "CLAIM",
            arity = "0..*",
            description = "The id of a claim in claims/*.yaml, or a YAML file. Default: all.")
    private final List<String> words = new ArrayList<>();

    @Mixin
    private RunSettings settings;

    @Option(
            names = "--publish",
            paramLabel = "DIR",
            description = "Write the page claims.md into this folder, and into results/claims in it the answers, the "
                    + "trials that they rest on, and pictures.")
    private Path publish;

    @Option(
            names = "--picture",
            paramLabel = "CLAIM,...",
            split = ",",
            description = "With --publish: ids of up to five claims that have a picture. Default: those that have one.")
    private final List<String> pictured = new ArrayList<>();

    @Override
    public Integer call() {
        ClaimRuns runs = ClaimRuns.of(session, settings, words);
        Optional<Publication> publication = publication(runs);
        List<Answered> answers = runs.answers();
        new ClaimTable(terminal().width()).lines(answers).forEach(terminal().out()::println);
        publication.ifPresent(to -> to.write(answers).forEach(terminal().out()::println));
        terminal().out().flush();
        return ExitCode.OK;
    }

    private Optional<Publication> publication(ClaimRuns runs) {
        if (publish == null && !pictured.isEmpty()) {
            throw new UserError(
                    "--picture " + String.join(",", pictured) + " is given without --publish DIR, expected both");
        }
        return Optional.ofNullable(publish).map(folder -> Publication.of(folder, pictured, runs));
    }

    @Override
    public Terminal terminal() {
        return session.terminal();
    }

    @Override
    public Optional<CellExecutor> executor() {
        return session.executor();
    }

    @Override
    public boolean ownsProcess() {
        return session.ownsProcess();
    }

    @Override
    public TaskCatalogue tasks() {
        return session.tasks();
    }

    @Override
    public MethodCatalogue methods() {
        return session.methods();
    }

    @Override
    public List<String> plugInWords() {
        return session.plugInWords();
    }

    @Override
    public Path home() {
        return session.home();
    }
}
