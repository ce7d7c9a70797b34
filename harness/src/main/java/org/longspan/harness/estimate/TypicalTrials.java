package org.longspan.harness.estimate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What trials of each optimizer typically do, for a first guess at plans that have no results yet. The shipped table
 * is made by {@link TypicalTable}, and says at its head of which run.
 */
public final class TypicalTrials {

    private static final String FILE = "typical-trials.csv";

    private final Map<String, Row> rows; // never iterated
    private final Row other;

    /**
     * A line of the table.
     *
     * @param budget share of the budget that a trial spends in the mean; more than 1 where the last step overruns it
     * @param solved share of trials that solve
     * @param pace time of a sequence-forward over that of most optimizers on the same network
     */
    record Row(double budget, double solved, double pace) {}

    private TypicalTrials(Map<String, Row> rows) {
        this.rows = rows;
        this.other = new Row(
                rows.values().stream().mapToDouble(Row::budget).average().orElse(1),
                rows.values().stream().mapToDouble(Row::solved).average().orElse(0),
                rows.values().stream()
                        .mapToDouble(Row::pace)
                        .sorted()
                        .skip(rows.size() / 2)
                        .findFirst()
                        .orElse(1));
    }

    /** Returns the shipped table. */
    public static TypicalTrials shipped() {
        try (InputStream in = TypicalTrials.class.getResourceAsStream(FILE)) {
            return of(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the lines of a table: comments, the names of its columns, and a line for each optimizer. */
    static TypicalTrials of(List<String> lines) {
        Map<String, Row> rows = new HashMap<>();
        lines.stream().filter(line -> !line.startsWith("#")).skip(1).forEach(line -> {
            String[] words = line.split(",");
            rows.put(
                    words[0],
                    new Row(Double.parseDouble(words[1]), Double.parseDouble(words[2]), Double.parseDouble(words[3])));
        });
        return new TypicalTrials(rows);
    }

    /** Returns the line of that optimizer; for one that the table lacks, what is usual among the others. */
    Row of(String optimizer) {
        return rows.getOrDefault(optimizer, other);
    }
}
