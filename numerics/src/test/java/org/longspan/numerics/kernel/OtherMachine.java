package org.longspan.numerics.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a main class of the tests in a separate virtual machine with its own options. */
final class OtherMachine {

    static final String VECTOR_API = "--add-modules=jdk.incubator.vector";

    /** Compiles every loop in the foreground, as soon as it has run a few hundred times. */
    static final List<String> COMPILING =
            List.of(VECTOR_API, "-Xbatch", "-XX:-TieredCompilation", "-XX:CompileThreshold=500");

    private OtherMachine() {}

    /** Returns its output; a failure fails the test with the error output. */
    static String run(Class<?> main, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(main.getName() + " with " + options + " failed: " + output);
        }
        return output.strip();
    }
}
