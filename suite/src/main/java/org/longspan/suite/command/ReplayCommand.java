package org.longspan.suite.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.longspan.harness.Replay;
import org.longspan.harness.refusal.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code longspan replay runs/quick 3f2a5c0e1b7d9846}. */
@Command(
        name = "replay",
        description =
                "Runs one stored trial again and compares every bit of its result: losses, costs, and the "
                        + "digest of its final weights; and of what probes found in it. Exit code 0 when they agree, 1 when they do not.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  longspan replay runs/quick 3f2a",
            "  longspan replay runs/books 3f2a --file books/moved.txt",
            "",
            "The report gives the id of every trial; a unique prefix is enough."
        })
public final class ReplayCommand implements Callable<Integer> {

    @ParentCommand
    private Session session;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of a run, such as runs/quick.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "TRIAL_ID", description = "The id of a trial, or a unique prefix of it.")
    private String id;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "A file that the trial's task reads, if it has moved since the run; may be "
                    + "repeated. Its bytes must be unchanged.")
    private final List<Path> files = new ArrayList<>();

    @Mixin
    private KernelOption kernels;

    @Override
    public Integer call() {
        if (id.isBlank()) {
            throw new UserError("TRIAL_ID is empty, expected the id of a trial, or a unique prefix of it");
        }
        Replay replay = Replay.of(
                folder, id, session.tasks(), session.methods(), kernels.choose().kernels(), files);
        PrintWriter out = session.terminal().out();
        replay.notes().forEach(session.terminal().err()::println);
        String trial = "trial " + replay.stored().id() + " ("
                + TrialText.of(replay.stored().trial()) + ")";
        out.println(trial + ": " + TrialText.of(replay.stored().result().outcome()));
        out.println(
                replay.agrees()
                        ? "replayed: every bit agrees" + looks(replay.looks())
                        : "replayed: differs at " + replay.difference());
        return replay.agrees() ? ExitCode.OK : ExitCode.NOT_WELL;
    }

    private static String looks(int count) {
        if (count == 0) {
            return "";
        }
        return ", those of " + count + (count == 1 ? " record of a probe" : " records of probes") + " too";
    }
}
