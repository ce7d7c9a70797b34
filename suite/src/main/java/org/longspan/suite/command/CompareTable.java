package org.longspan.suite.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.longspan.reports.compare.Against;
import org.longspan.reports.compare.CompareWords;
import org.longspan.reports.compare.ComparedRun;
import org.longspan.reports.compare.Comparison;
import org.longspan.reports.compare.OnlyOne;
import org.longspan.reports.compare.ScoreRow;
import org.longspan.reports.finding.ScoreText;
import org.longspan.reports.inference.Verdict;
import org.longspan.suite.text.Paragraph;
import org.longspan.suite.text.Wording;

/** Lays out a comparison for a terminal: what it says in words, then a row for each difference. */
final class CompareTable {

    private static final String INDENT = "  ";
    private static final int MOST_ROWS = 24;
    private static final int MOST_CHANGES = 12;
    private static final List<String> HEADS = List.of("of", "pairs", "base", "run", "difference", "verdict");
    private static final int FIRST_NUMBER = 1;
    private static final int LAST_NUMBER = 3;

    private final Comparison comparison;
    private final Optional<Verdict> only;
    private final int width;

    /** Lays out all rows, or only those of a verdict. */
    CompareTable(Comparison comparison, Optional<Verdict> only, int width) {
        this.comparison = comparison;
        this.only = only;
        this.width = width;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (ComparedRun run : comparison.runs()) {
            String role = run == comparison.base() ? "base " : "run  ";
            lines.addAll(Paragraph.lines(run.name() + ": " + CompareWords.made(run), width, role, "     "));
        }
        comparison.against().forEach(against -> lines.addAll(lines(against)));
        return lines;
    }

    private List<String> lines(Against against) {
        List<String> lines = new ArrayList<>(List.of(
                "", against.run().name() + " against " + comparison.base().name()));
        said(against).forEach(text -> lines.addAll(Paragraph.lines(text, width, INDENT, INDENT + INDENT)));
        if (!against.scores().isEmpty()) {
            lines.add("");
            table(against).forEach(line -> lines.add(INDENT + line));
        }
        return lines;
    }

    private List<String> said(Against against) {
        List<String> said = new ArrayList<>();
        said.add(CompareWords.equality(against));
        CompareWords.firstDifference(comparison.names(), against).ifPresent(said::add);
        against.changes().stream().limit(MOST_CHANGES).map(CompareWords::change).forEach(said::add);
        if (against.changes().size() > MOST_CHANGES) {
            said.add(
                    "and " + Wording.count(against.changes().size() - MOST_CHANGES) + " more that are set differently");
        }
        only(comparison.base(), against.only().base()).ifPresent(said::add);
        only(against.run(), against.only().other()).ifPresent(said::add);
        CompareWords.speed(against).ifPresent(said::add);
        if (against.scores().isEmpty()) {
            said.add(CompareWords.whole(against));
        }
        return said;
    }

    private Optional<String> only(ComparedRun run, OnlyOne.Part part) {
        return CompareWords.only(comparison.names(), part).map(text -> "only in " + run.name() + ": " + text);
    }

    private List<String> table(Against against) {
        List<ScoreRow> rows = rows(against);
        if (rows.isEmpty()) {
            return List.of("nothing is shown " + only.orElseThrow().name().toLowerCase(Locale.ROOT));
        }
        List<List<String>> cells = new ArrayList<>(List.of(HEADS));
        rows.stream().limit(MOST_ROWS).forEach(row -> cells.add(cells(row)));
        List<String> lines = new ArrayList<>(aligned(cells));
        if (rows.size() > MOST_ROWS) {
            lines.add("and " + Wording.count(rows.size() - MOST_ROWS, "row")
                    + " more, which --page, --json and --out write");
        }
        return lines;
    }

    private List<ScoreRow> rows(Against against) {
        return only.map(verdict -> against.scores().stream()
                        .filter(row -> row.effect().verdict() == verdict)
                        .toList())
                .orElseGet(() -> against.overview(MOST_ROWS));
    }

    private List<String> cells(ScoreRow row) {
        return List.of(
                CompareWords.subject(comparison.names(), row),
                Wording.count(row.effect().counts().pairs()),
                score(row.base().score()),
                score(row.other().score()),
                ScoreText.difference(row.effect()),
                CompareWords.verdict(row));
    }

    private static String score(double score) {
        return String.format(Locale.ROOT, "%.2f", score);
    }

    private static List<String> aligned(List<List<String>> rows) {
        int[] widths = new int[HEADS.size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        return rows.stream().map(row -> aligned(row, widths)).toList();
    }

    private static String aligned(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String space = " ".repeat(widths[i] - row.get(i).length());
            boolean number = i >= FIRST_NUMBER && i <= LAST_NUMBER;
            line.append(i == 0 ? "" : "  ").append(number ? space + row.get(i) : row.get(i) + space);
        }
        return line.toString().stripTrailing();
    }
}
