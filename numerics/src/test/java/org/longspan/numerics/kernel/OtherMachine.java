package org.longspan.numerics.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a main class of the tests in a separate virtual machine with its own options. */
final class OtherMachine {

    static final String VECTOR_API = VectorApi.ADDED;

    /** Compiles every loop in the foreground, as soon as it has run a few hundred times. */
    static final List<String> COMPILING =
            List.of(VECTOR_API, "-Xbatch", "-XX:-TieredCompilation", "-XX:CompileThreshold=500");

    private OtherMachine() {}

    /** Returns its output; a failure fails the test with the error output. */
    static String run(Class<?> main, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder machine = machine(Path.of(System.getProperty("java.home")), main, options, arguments)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        return outputOf(machine);
    }

    /** Returns all that it and the virtual machine of the runtime in {@code home} print, warnings too. */
    static String everythingFrom(Path home, Class<?> main, List<String> options)
            throws IOException, InterruptedException {
        return outputOf(machine(home, main, options).redirectErrorStream(true));
    }

    private static ProcessBuilder machine(Path home, Class<?> main, List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve("java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    private static String outputOf(ProcessBuilder machine) throws IOException, InterruptedException {
        Process process = machine.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(machine.command() + " failed: " + output);
        }
        return output.strip();
    }
}
