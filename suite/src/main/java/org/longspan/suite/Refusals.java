package org.longspan.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.longspan.harness.plugin.PlugInError;
import org.longspan.harness.refusal.Causes;
import org.longspan.harness.refusal.FileName;
import org.longspan.harness.refusal.NameHint;
import org.longspan.harness.refusal.UserError;
import org.longspan.suite.command.ExitCode;
import org.longspan.suite.text.MemoryHint;
import org.longspan.suite.text.Terminal;
import org.longspan.suite.text.Wording;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports an error in one sentence; a stack trace never reaches the terminal. */
final class Refusals implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private static final String NAME = "longspan: ";

    private final Terminal terminal;

    Refusals(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Reports arguments that picocli cannot parse. */
    @Override
    public int handleParseException(ParameterException e, String[] words) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        say(sentence(e, command, List.of(words)) + " (" + command.qualifiedName() + " --help says more)");
        return ExitCode.BAD_INPUT;
    }

    private static String sentence(ParameterException e, CommandSpec command, List<String> words) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unknown(command, unmatched.getUnmatched().get(0));
        }
        if (e.getArgSpec() != null && e.getValue() != null && e.getValue().isBlank()) {
            return empty(e.getArgSpec());
        }
        // picocli takes an unknown option for the argument that it then misses
        Optional<String> option = e instanceof MissingParameterException
                ? words.stream().filter(word -> isUnknownOption(word, command)).findFirst()
                : Optional.empty();
        return option.map(word -> unknown(command, word)).orElse(e.getMessage());
    }

    private static boolean isUnknownOption(String word, CommandSpec command) {
        return word.matches("-.*[^-\\d.].*") && !command.optionsMap().containsKey(word.split("=", 2)[0]);
    }

    /** Says which path is empty. */
    private static String empty(ArgSpec argument) {
        String name = argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
        String expected = switch (argument.paramLabel()) {
            case "DIR" -> "a folder";
            case "JAR" -> "a jar";
            case "FILE" -> "a file";
            default -> "a value";
        };
        return name + " is empty, expected " + expected;
    }

    /** Reports a command that failed. */
    @Override
    public int handleExecutionException(Exception e, CommandLine commandLine, ParseResult words) {
        if (e instanceof UserError error) {
            say(error.sentences());
            return ExitCode.BAD_INPUT;
        }
        return failure(e);
    }

    /** Reports whatever else a command threw: the fault of a plug-in if its code threw it, else Longspan's. */
    int failure(Throwable e) {
        return PlugInError.of(e, List.of()).map(this::faultOf).orElseGet(() -> fault(e));
    }

    private int faultOf(PlugInError e) {
        say(e.getMessage() + "; " + keep(e.getCause()));
        return ExitCode.BAD_INPUT;
    }

    /** Reports a name that is no path, a lack of memory, or an error in Longspan itself. */
    private int fault(Throwable e) {
        Optional<String> noPath = FileName.sentence(e);
        if (noPath.isPresent()) {
            say(noPath.get());
            return ExitCode.BAD_INPUT;
        }
        String what = e instanceof OutOfMemoryError
                ? "out of memory (" + MemoryHint.sentence() + "): "
                : "an error in Longspan, not yours: ";
        say(what + Causes.string(e) + "; " + keep(e));
        return ExitCode.FAULT;
    }

    private static String unknown(CommandSpec command, String word) {
        if (word.startsWith("-")) {
            return "unknown option " + word + NameHint.hint(word, options(command));
        }
        Collection<String> commands = commands(command);
        return commands.isEmpty()
                ? "unexpected argument " + word
                : "unknown command " + word + NameHint.hint(word, commands);
    }

    private static Collection<String> options(CommandSpec command) {
        return command.options().stream()
                .filter(option -> !option.hidden())
                .map(option -> option.longestName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Collection<String> commands(CommandSpec command) {
        return command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(spec -> !spec.usageMessage().hidden())
                .map(CommandSpec::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void say(String sentence) {
        say(List.of(sentence));
    }

    /** Prints one line for each sentence. */
    private void say(List<String> sentences) {
        String begin = NAME;
        for (String sentence : sentences) {
            terminal.err().println(begin + Wording.line(sentence));
            begin = " ".repeat(NAME.length());
        }
        terminal.err().flush();
    }

    /** Writes the stack trace to a file and returns a clause that names the file. */
    private static String keep(Throwable e) {
        try {
            Path file = Files.createTempFile("longspan-fault-", ".log");
            Files.writeString(file, Causes.trace(e));
            return "the stack trace is in " + file;
        } catch (IOException unwritable) {
            return "the stack trace could not be written (" + unwritable.getMessage() + ")";
        }
    }
}
