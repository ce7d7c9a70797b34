package org.longspan.suite.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.longspan.reports.inference.Informativeness;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.Problem;
import org.longspan.reports.summary.Run;
import org.longspan.suite.text.Wording;

/** What a pilot found: the share of each problem that is solved under the control, and who solved nothing. */
final class PilotTable {

    private static final double LEVEL = 0.95;

    private final ArrangedRun run;
    private final String control;

    PilotTable(ArrangedRun run, String control) {
        this.run = run;
        this.control = control;
    }

    /** Returns the lines of the table and the sentences after it. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Set<String> without = new LinkedHashSet<>();
        problems().forEach((problem, cells) -> {
            lines.add(problem + ": " + line(cells));
            cells.forEach(cell -> without.add(cell.arm().optimizer()));
        });
        problems()
                .values()
                .forEach(cells -> cells.stream()
                        .filter(cell -> solved(cell.evaluation()) + solved(cell.tuning()) > 0)
                        .forEach(cell -> without.remove(cell.arm().optimizer())));
        lines.add(
                without.isEmpty()
                        ? "every optimizer solved something"
                        : "solved nothing, in tuning or evaluation: " + String.join(", ", without));
        return lines;
    }

    private Map<Problem, List<CellResult>> problems() {
        Map<Problem, List<CellResult>> problems = new LinkedHashMap<>();
        run.cells(cell -> cell.arm().clipping().equals(control) && cell.runs() > 0)
                .forEach(cell -> problems.computeIfAbsent(cell.problem(), problem -> new ArrayList<>())
                        .add(cell));
        return problems;
    }

    private static String line(List<CellResult> cells) {
        Map<String, int[]> clusters = new LinkedHashMap<>(); // solved and all, by kin and block
        int tuned = 0;
        int solvedInTuning = 0;
        for (CellResult cell : cells) {
            for (Run evaluated : cell.evaluation()) {
                int[] counts = clusters.computeIfAbsent(cluster(evaluated), key -> new int[2]);
                counts[0] += evaluated.solved() ? 1 : 0;
                counts[1]++;
            }
            tuned += cell.tuning().size();
            solvedInTuning += solved(cell.tuning());
        }
        int[] solved = clusters.values().stream().mapToInt(counts -> counts[0]).toArray();
        int[] runs = clusters.values().stream().mapToInt(counts -> counts[1]).toArray();
        Informativeness found = Informativeness.of(solved, runs, LEVEL);
        return String.format(
                Locale.ROOT,
                "%.0f %% of %s solved [%.0f, %.0f], %s; of %s %d",
                100 * found.solved().share(),
                Wording.count(sum(runs), "evaluation run"),
                100 * found.solved().interval().low(),
                100 * found.solved().interval().high(),
                found.informative() ? "informative" : "says nothing about methods",
                Wording.count(tuned, "tuning run"),
                solvedInTuning);
    }

    private static String cluster(Run run) {
        return run.trial().replicate().kin() + " " + run.trial().replicate().block();
    }

    private static int solved(List<Run> runs) {
        return (int) runs.stream().filter(Run::solved).count();
    }

    private static int sum(int[] values) {
        int sum = 0;
        for (int value : values) {
            sum += value;
        }
        return sum;
    }
}
