package org.longspan.harness.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.Spent;
import org.longspan.numerics.Kernels;

/**
 * The machine that runs trials, as recorded in their circumstances.
 *
 * @param jdk version and vendor
 * @param cpu model and number of cores
 * @param kernels name of the kernels
 * @param host operating system and architecture
 */
public record Machine(String jdk, String cpu, String kernels, String host) {

    /** Returns this machine. */
    public static Machine here(Kernels kernels) {
        return new Machine(
                System.getProperty("java.version") + " " + System.getProperty("java.vendor"),
                model() + ", " + Runtime.getRuntime().availableProcessors() + " cores",
                kernels.name(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }

    /** Returns whether times of trials on this machine are like that of {@code spent}. */
    public boolean made(Spent spent) {
        return spent.cpu().equals(cpu) && spent.kernels().equals(kernels);
    }

    /** Returns the circumstances of one trial. */
    Circumstances circumstances(double seconds, String started) {
        return new Circumstances(seconds, started, jdk, cpu, kernels, host);
    }

    private static String model() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException | java.io.UncheckedIOException e) {
            return "unknown processor"; // only Linux has this file
        }
    }
}
