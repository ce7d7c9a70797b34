package org.longspan.suite.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.suite.text.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "  longspan claims run my-claim.yaml      a claim of your own"
        },
        subcommands = ClaimsRunCommand.class)
public final class ClaimsCommand implements Callable<Integer>, Session {

    @ParentCommand
    private Session session;

    @Mixin
    private RunSettings settings;

    @Override
    public Integer call() {
        ClaimRuns runs = ClaimRuns.of(session, settings, List.of());
        new ClaimTable(terminal().width())
                .lines(runs.answers())
                .forEach(terminal().out()::println);
        terminal().out().flush();
        return ExitCode.OK;
    }

    @Override
    public Terminal terminal() {
        return session.terminal();
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
    public Path home() {
        return session.home();
    }
}
