package org.longspan.microbench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An environment in which OpenBLAS chooses its kernels by the processor. It reads its variables when it is loaded, so a
 * program that finds them set runs again in a virtual machine without them. Set to nothing they would still count, as
 * an unknown processor.
 */
public final class Unpinned {

    private static final List<String> PINS = List.of("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE");

    private Unpinned() {}

    /**
     * Runs {@code main} again without the variables if any of them is set, and returns whether it did.
     *
     * @throws IllegalStateException if that run failed
     */
    public static boolean ranAgain(Class<?> main, String... arguments) throws IOException, InterruptedException {
        if (PINS.stream().noneMatch(System.getenv()::containsKey)) {
            return false;
        }
        ProcessBuilder again = new ProcessBuilder(command(main, arguments)).inheritIO();
        again.environment().keySet().removeAll(PINS);
        int code = again.start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(main.getSimpleName() + " without " + PINS + " ended with code " + code);
        }
        return true;
    }

    /** Returns the command line of this virtual machine for another main class. */
    private static List<String> command(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
