package org.longspan.suite.exact;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rows that were run, as a readable table. */
final class ExactnessMatrix {

    private static final String LINE = "%-8s %-46s %6s  %-22s %8s%n";
    private static final int SHORT = 12; // digits of a digest shown in the table

    private final Map<String, Digest> expected;
    private final List<RowRun> runs = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

    ExactnessMatrix(Map<String, Digest> expected) {
        this.expected = expected;
    }

    void add(RowRun run) {
        runs.add(run);
    }

    void skip(Row row, String reason) {
        skipped.add(row + ": " + reason);
    }

    /** Returns the stored digests and one line per row. */
    String text() {
        StringBuilder text = new StringBuilder(String.format("%-40s %-12s  %-12s%n", "trial", "weights", "result"));
        for (Digest digest : expected.values()) {
            text.append(String.format(
                    "%-40s %-12s  %-12s%n", digest.trial(), shortened(digest.weights()), shortened(digest.result())));
        }
        text.append(
                String.format("%n" + LINE, "JDK", "virtual machine, kernels, threads", "trials", "digests", "seconds"));
        for (RowRun run : runs) {
            text.append(String.format(
                    Locale.ROOT,
                    LINE,
                    run.jdk(),
                    run.row(),
                    run.digests().size(),
                    verdict(run),
                    String.format(Locale.ROOT, "%.1f", run.seconds())));
        }
        skipped.forEach(line -> text.append("skipped: ").append(line).append(System.lineSeparator()));
        return text.toString();
    }

    private String verdict(RowRun run) {
        List<Digest> differences = run.differences(expected);
        return differences.isEmpty() ? "agree" : differences.size() + " differ";
    }

    private static String shortened(String digest) {
        return digest.substring(0, Math.min(SHORT, digest.length()));
    }

    /** Returns the lines of a new digests.txt, with several lines for a trial on which rows disagree. */
    String lines() {
        Map<String, Set<String>> seen = new TreeMap<>();
        for (RowRun run : runs) {
            for (Digest digest : run.digests()) {
                seen.computeIfAbsent(digest.trial(), name -> new LinkedHashSet<>())
                        .add(digest.line());
            }
        }
        return seen.values().stream()
                .flatMap(Set::stream)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
