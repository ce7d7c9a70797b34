package org.longspan.reports.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.longspan.reports.summary.Arm;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;

/** Says which combinations of optimizer and clipping have the highest mean score, problems weighing alike. */
final class Combinations {

    private static final int FEW = 3;

    private record Mean(Arm arm, double score, int runs) {}

    private Combinations() {}

    /** Returns the sentences, none unless there are several combinations that ran on every problem. */
    static List<String> best(ArrangedRun run) {
        Map<Arm, List<CellResult>> byArm = new LinkedHashMap<>();
        run.cells(CellResult::solvable)
                .forEach(cell -> byArm.computeIfAbsent(cell.arm(), arm -> new ArrayList<>())
                        .add(cell));
        List<Mean> means = byArm.entrySet().stream()
                .filter(arm -> arm.getValue().stream().allMatch(cell -> cell.runs() > 0))
                .map(arm -> mean(arm.getKey(), arm.getValue()))
                .sorted(Comparator.comparingDouble(Mean::score).reversed())
                .toList();
        if (means.size() < 2 || run.optimizers().size() < 2 || run.clippings().size() < 2) {
            return List.of();
        }
        List<String> first = means.stream()
                .limit(FEW)
                .map(m -> String.format(
                        Locale.ROOT, "%s %.2f (%s)", m.arm(), m.score(), ScoreText.count(m.runs(), "run")))
                .toList();
        return List.of(
                "Highest mean score of " + means.size() + " combinations: " + String.join(", ", first) + ".",
                "The best of so many is lucky: single combinations are not tested against each other.");
    }

    private static Mean mean(Arm arm, List<CellResult> cells) {
        double score = cells.stream()
                .mapToDouble(cell -> cell.score().orElse(0))
                .average()
                .orElse(0);
        return new Mean(arm, score, cells.stream().mapToInt(CellResult::runs).sum());
    }
}
