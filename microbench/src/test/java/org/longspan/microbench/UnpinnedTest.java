package org.longspan.microbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A program that OpenBLAS's variables pin runs again without them. */
class UnpinnedTest {

    private static final String PIN = "OPENBLAS_CORETYPE";

    /** Prints what it finds, and fails if it is told to. */
    static final class Program {

        public static void main(String[] arguments) throws IOException, InterruptedException {
            if (!Unpinned.ranAgain(Program.class, arguments)) {
                System.out.println(System.getenv(PIN) + " " + String.join(" ", arguments) + " "
                        + System.getProperty("of.the.first"));
                System.exit(arguments[0].equals("fail") ? 3 : 0);
            }
        }
    }

    private static Process start(String... arguments) throws IOException {
        ProcessBuilder program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dof.the.first=property",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName());
        program.command().addAll(List.of(arguments));
        program.environment().put(PIN, "Prescott");
        return program.redirectErrorStream(true).start();
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void theVariableIsGoneAndAllElseStays() throws IOException, InterruptedException {
        Process process = start("one", "two");
        assertThat(output(process)).contains("null one two property").doesNotContain("Prescott");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void theFailureOfTheSecondRunFailsTheFirst() throws IOException, InterruptedException {
        Process process = start("fail");
        assertThat(output(process)).contains("Program without [OPENBLAS_CORETYPE, OPENBLAS_L2_SIZE] ended with code 3");
        assertThat(process.waitFor()).isNotZero();
    }
}
