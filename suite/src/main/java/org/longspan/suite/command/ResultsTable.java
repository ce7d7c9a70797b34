package org.longspan.suite.command;

import java.util.ArrayList;
import java.util.List;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TrialResult;
import org.longspan.harness.store.StoredLines;
import org.longspan.reports.statistics.MedianCost;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.suite.text.Wording;

/** The results of a run as a table: a line for each arm on each problem, from its runs on evaluation seeds alone. */
final class ResultsTable {

    private static final List<String> HEADS = List.of("arm", "problem", "runs", "solved", "cost");
    private static final int FIRST_NUMBER = 2;

    private ResultsTable() {}

    /** Returns the lines of the table. */
    static List<String> of(StoredLines lines) {
        List<Manifest.Stage> stages = lines.manifest().tuning().stages();
        List<Integer> seeds = stages.get(stages.size() - 1).repetitions();
        List<StoredResult> results = new ArrayList<>();
        lines.forEach(result -> {
            boolean skipped = result.result().outcome() instanceof Outcome.Skipped;
            if (skipped || seeds.contains(result.trial().repetition())) {
                results.add(withoutCurve(result));
            }
        });
        List<List<String>> rows = new ArrayList<>(List.of(HEADS));
        ArrangedRun.of(lines.manifest(), results).cells(cell -> !cell.leftOut()).forEach(cell -> rows.add(row(cell)));
        int[] widths = widths(rows);
        return rows.stream().map(row -> aligned(row, widths)).toList();
    }

    /** There may be more curves than memory holds. */
    private static StoredResult withoutCurve(StoredResult stored) {
        TrialResult result = stored.result();
        TrialResult brief = new TrialResult(
                result.outcome(), List.of(), result.costs(), List.of(), result.parameters(), result.weights());
        return new StoredResult(stored.id(), stored.trial(), stored.code(), brief, stored.circumstances());
    }

    private static List<String> row(CellResult cell) {
        return List.of(
                cell.arm().toString(),
                cell.problem().toString(),
                cell.skipReason().isPresent() ? "skipped" : Wording.count(cell.runs()),
                cell.runs() > 0 && cell.solvable() ? Wording.count(cell.solved()) : "–",
                cell.medianCost().map(ResultsTable::cost).orElse("–"));
    }

    private static String cost(MedianCost cost) {
        return (cost.known() ? "" : "> ") + Wording.count(Math.round(cost.value()));
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[HEADS.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    private static String aligned(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String space = " ".repeat(widths[i] - row.get(i).length());
            line.append(i == 0 ? "" : "  ").append(i < FIRST_NUMBER ? row.get(i) + space : space + row.get(i));
        }
        return line.toString().stripTrailing();
    }
}
