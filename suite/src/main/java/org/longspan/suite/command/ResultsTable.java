package org.longspan.suite.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.store.StoredLines;
import org.longspan.reports.statistics.MedianCost;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.SharedParts;
import org.longspan.suite.text.Wording;

/**
 * The results of a run as a table: a line for each arm on each problem, from its evaluation runs alone.
 *
 * @param lines of the table
 * @param foreign number of results that belong to no cell of the manifest, so that no line counts them
 */
record ResultsTable(List<String> lines, int foreign) {

    private static final List<String> HEADS = List.of("arm", "problem", "runs", "solved", "cost");
    private static final int FIRST_NUMBER = 2;

    private static final int BATCH = 1000;

    /** Makes the table. */
    static ResultsTable of(StoredLines lines) {
        List<StoredResult> results = new ArrayList<>();
        SharedParts shared = new SharedParts(); // there may be more curves than memory holds
        Foreign tuning = new Foreign(lines.manifest());
        lines.forEach(result -> {
            boolean skipped = result.result().outcome() instanceof Outcome.Skipped;
            if (skipped || result.trial().replicate().phase() == Phase.EVALUATION) {
                results.add(shared.brief(result));
            } else {
                tuning.take(shared.brief(result));
            }
        });
        List<List<String>> rows = new ArrayList<>(List.of(HEADS));
        ArrangedRun run = ArrangedRun.of(lines.manifest(), results);
        run.cells(cell -> !cell.leftOut()).forEach(cell -> rows.add(row(cell)));
        int[] widths = widths(rows);
        return new ResultsTable(
                rows.stream().map(row -> aligned(row, widths)).toList(), run.foreign() + tuning.count());
    }

    /** Counts the foreign ones of results that the table does not need, and keeps few of them at a time. */
    private static final class Foreign {

        private final Manifest manifest;
        private final List<StoredResult> batch = new ArrayList<>();
        private int counted;

        Foreign(Manifest manifest) {
            this.manifest = manifest;
        }

        void take(StoredResult result) {
            batch.add(result);
            if (batch.size() == BATCH) {
                count();
            }
        }

        int count() {
            counted += ArrangedRun.of(manifest, batch).foreign();
            batch.clear();
            return counted;
        }
    }

    /** Returns what is to be said of results that no line counts, without a full stop. */
    Optional<String> leftOut() {
        return foreign == 0
                ? Optional.empty()
                : Optional.of(Wording.count(foreign)
                        + (foreign == 1
                                ? " result belongs to no cell of the manifest in run.json and is"
                                : " results belong to no cell of the manifest in run.json and are")
                        + " left out of the table: of another plan, or of a changed one");
    }

    /** Returns what is to be said of a sample, without a full stop. */
    static Optional<String> sample(Manifest manifest) {
        return manifest.tuning()
                .sample()
                .map(sample -> "the run is a sample of the plan"
                        + (manifest.tuning().settings() == 1
                                ? ", so the arms differ in their number of runs"
                                : "'s tuning trials, so the table has no evaluation run of an arm that is tuned;"
                                        + " --canonical prints its trials"));
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
