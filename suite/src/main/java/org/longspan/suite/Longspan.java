package org.longspan.suite;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.longspan.harness.RunOptions;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.refusal.FileName;
import org.longspan.harness.remote.CellExecutor;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.suite.command.ClaimsCommand;
import org.longspan.suite.command.CompareCommand;
import org.longspan.suite.command.ExitCode;
import org.longspan.suite.command.ExportCommand;
import org.longspan.suite.command.ListCommand;
import org.longspan.suite.command.MergeCommand;
import org.longspan.suite.command.PilotCommand;
import org.longspan.suite.command.PlanCommand;
import org.longspan.suite.command.ProbeCommand;
import org.longspan.suite.command.PublishCommand;
import org.longspan.suite.command.ReplayCommand;
import org.longspan.suite.command.ReportCommand;
import org.longspan.suite.command.ResultsCommand;
import org.longspan.suite.command.RunCommand;
import org.longspan.suite.command.Session;
import org.longspan.suite.command.SlurmCommand;
import org.longspan.suite.command.StatusCommand;
import org.longspan.suite.text.StandardOutput;
import org.longspan.suite.text.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command line: {@code longspan run plans/quick.yaml}. */
@Command(
        name = "longspan",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLines.class,
        description = "How far back in time can a recurrent network learn, and which optimizer, clipping scheme, "
                + "initialization and model decide that?",
        synopsisSubcommandLabel = "COMMAND",
        scope = ScopeType.INHERIT,
        footerHeading = "%nExamples:%n",
        footer = {
            "  longspan list optimizers            lists the optimizers, with equations and sources",
            "  longspan plan plans/quick.yaml      shows what a plan would run, and for how long",
            "  longspan run plans/quick.yaml       runs it, or the trials still missing, and reports",
            "  longspan report runs/quick          rebuilds the reports of a run",
            "  longspan compare runs/a runs/b      holds one run against another",
            "  longspan replay runs/quick 3f2a     runs one stored trial again and compares every bit",
            "  longspan probe lstm adding          looks into one training run and writes one page",
            "  longspan publish runs/quick --site site   adds a run to a static site",
            "",
            "Exit codes: 0 success; 1 a trial failed, a replay differs, or the output could not be written;",
            "2 the input cannot be used; 70 an error in Longspan itself."
        },
        subcommands = {
            ListCommand.class,
            PlanCommand.class,
            PilotCommand.class,
            RunCommand.class,
            StatusCommand.class,
            MergeCommand.class,
            SlurmCommand.class,
            ReportCommand.class,
            CompareCommand.class,
            ReplayCommand.class,
            ProbeCommand.class,
            ResultsCommand.class,
            ExportCommand.class,
            ClaimsCommand.class,
            PublishCommand.class
        })
public final class Longspan implements Session, Runnable {

    /** Picocli's smallest width for help text. */
    private static final int NARROWEST_HELP = 55;

    private final Terminal terminal;
    private final boolean ownsProcess;
    private final Optional<CellExecutor> executor;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--tasks",
            paramLabel = "JAR",
            scope = ScopeType.INHERIT,
            description = "A jar with your own tasks; may be repeated. The system property "
                    + "longspan.tasks names such jars too, separated as in a class path.")
    private final List<Path> taskJars = new ArrayList<>();

    @Option(
            names = "--methods",
            paramLabel = "JAR",
            scope = ScopeType.INHERIT,
            description = "A jar with your own optimizers, clippings, cells or other methods; may be repeated. "
                    + "The system property longspan.methods names such jars too, separated as in a class path.")
    private final List<Path> methodJars = new ArrayList<>();

    private Longspan(Terminal terminal, boolean ownsProcess, Optional<CellExecutor> executor) {
        this.terminal = terminal;
        this.ownsProcess = ownsProcess;
        this.executor = executor;
    }

    /** Runs a command and exits with its code. */
    public static void main(String[] words) {
        System.exit(runHere(Optional.empty(), words));
    }

    /**
     * Runs a command, the only one of this process, on the process's own streams, and returns its exit code.
     *
     * @param executor runs the cells of plans; empty to run them on threads of this process
     */
    public static int runHere(Optional<CellExecutor> executor, String... words) {
        StandardOutput out = new StandardOutput();
        Terminal terminal = Terminal.ofThisProcess(out);
        int code = new Longspan(terminal, true, executor).execute(words);
        // A PrintWriter swallows its errors; a reader must not take half the output for all of it.
        if (terminal.out().checkError() && !out.hasBeenLeft()) {
            terminal.err().println("longspan: standard output could not be written in full");
            return code == ExitCode.OK ? ExitCode.NOT_WELL : code;
        }
        return code;
    }

    /** Runs a command and returns its exit code. */
    public static int run(Terminal terminal, String... words) {
        return new Longspan(terminal, false, Optional.empty()).execute(words);
    }

    private int execute(String... words) {
        Refusals refusals = new Refusals(terminal);
        CommandLine commandLine = new CommandLine(this)
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setUsageHelpWidth(Math.max(NARROWEST_HELP, terminal.width()))
                .setParameterExceptionHandler(refusals)
                .setExecutionExceptionHandler(refusals)
                .registerConverter(Integer.class, word -> whole(word, Integer::valueOf, 1, RunOptions.MOST_THREADS))
                .registerConverter(Long.class, word -> whole(word, Long::valueOf, Long.MIN_VALUE, Long.MAX_VALUE))
                .registerConverter(Path.class, Longspan::path);
        try {
            return commandLine.execute(words);
        } catch (Error e) {
            return refusals.failure(e); // picocli's handlers receive exceptions only
        }
    }

    private static <T> T whole(String word, Function<String, T> parse, long least, long greatest) {
        try {
            return parse.apply(word);
        } catch (NumberFormatException e) {
            throw new TypeConversionException(
                    "'" + word + "' is given, expected a whole number from " + least + " to " + greatest);
        }
    }

    private static Path path(String word) {
        if (word.isBlank()) {
            throw new TypeConversionException("a path is empty"); // Refusals says which
        }
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(FileName.sentence(e));
        }
    }

    /** Prints the help when no command is given. */
    @Override
    public void run() {
        spec.commandLine().usage(terminal.out());
    }

    @Override
    public Terminal terminal() {
        return terminal;
    }

    @Override
    public boolean ownsProcess() {
        return ownsProcess;
    }

    @Override
    public Optional<CellExecutor> executor() {
        return executor;
    }

    /** Returns the checkout that the launcher names, else the working directory. */
    @Override
    public Path home() {
        return Path.of(System.getProperty("longspan.home", "")).toAbsolutePath();
    }

    @Override
    public TaskCatalogue tasks() {
        return TaskCatalogue.load(jars("longspan.tasks", taskJars));
    }

    @Override
    public MethodCatalogue methods() {
        return MethodCatalogue.load(jars("longspan.methods", methodJars));
    }

    @Override
    public List<String> plugInWords() {
        List<String> words = new ArrayList<>();
        jars("longspan.tasks", taskJars)
                .forEach(jar -> words.addAll(
                        List.of("--tasks", jar.toAbsolutePath().normalize().toString())));
        jars("longspan.methods", methodJars)
                .forEach(jar -> words.addAll(
                        List.of("--methods", jar.toAbsolutePath().normalize().toString())));
        return words;
    }

    /** Returns the jars that a system property names, then the jars of an option. */
    private static List<Path> jars(String property, List<Path> option) {
        Stream<Path> fromProperty = Stream.of(System.getProperty(property, "").split(File.pathSeparator))
                .filter(name -> !name.isBlank())
                .map(FileName::path);
        return Stream.concat(fromProperty, option.stream()).distinct().toList();
    }
}
