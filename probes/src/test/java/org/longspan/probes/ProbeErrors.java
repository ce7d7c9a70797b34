package org.longspan.probes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The largest difference of every number of a probe to its oracle, by cell. After a class of tests the table of all that
 * were found so far is written to {@code target/probe-errors.md}. {@link #main} prints it behind that of the derivatives
 * by lag, from which the probes compute.
 */
public final class ProbeErrors implements AfterAllCallback {

    private static final Path TABLE = Path.of("target", "probe-errors.md");
    private static final Path OF_LAGS = Path.of("..", "model", "target", "lag-errors.md");

    private static final Map<String, Double> GREATEST = new ConcurrentSkipListMap<>();
    private static final Map<String, Double> BOUNDS = new ConcurrentSkipListMap<>();

    /**
     * Asserts that a difference is within its bound, and takes it into the table.
     *
     * @param probe its name
     * @param what the number and its oracle
     * @param cell of the network, or an empty text where there is none
     */
    static void hold(String probe, String what, String cell, double difference, double bound) {
        String row = "| " + probe + " | " + what + " | " + cell + " | ";
        GREATEST.merge(row, difference, Math::max);
        BOUNDS.put(row, bound);
        assertThat(difference).as(what).isLessThanOrEqualTo(bound);
    }

    static double relative(double found, double expected) {
        return Math.abs(found - expected) / Math.abs(expected);
    }

    /** Returns the relative difference of two numbers, given log₁₀ of both. */
    static double relativeOfLogs(double found, double expected) {
        return Math.abs(StrictMath.expm1((found - expected) * StrictMath.log(10)));
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("| probe | number, against its oracle | cell | largest difference | bound |");
        lines.add("| --- | --- | --- | --- | --- |");
        GREATEST.forEach((row, greatest) ->
                lines.add(row + String.format(Locale.ROOT, "%.1e | %.1e |", greatest, BOUNDS.get(row))));
        Files.createDirectories(TABLE.getParent());
        Files.write(TABLE, lines);
    }

    /** Prints both tables. */
    public static void main(String[] arguments) throws IOException {
        System.out.println("Largest relative differences to the network cut at step τ-k, in double:");
        Files.readAllLines(OF_LAGS).forEach(System.out::println);
        System.out.println();
        System.out.println("Largest differences of what probes report:");
        Files.readAllLines(TABLE).forEach(System.out::println);
    }
}
