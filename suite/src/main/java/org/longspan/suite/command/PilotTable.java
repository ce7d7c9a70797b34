package org.longspan.suite.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.longspan.reports.finding.Sense;
import org.longspan.reports.inference.Informativeness;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.Run;
import org.longspan.suite.text.Wording;

/** What a pilot found: the share of each problem that is solved under the control, and who solved nothing. */
final class PilotTable {

    private final ArrangedRun run;
    private final List<CellResult> cells;
    private final String control;

    PilotTable(ArrangedRun run, String control) {
        this.run = run;
        this.control = control;
        this.cells = run.cells(cell -> cell.solvable() && cell.arm().clipping().equals(control) && cell.runs() > 0);
    }

    /** Returns a line for each problem and the sentence after them. */
    List<String> lines() {
        if (cells.isEmpty()) {
            return List.of("no problem with a solved criterion has an evaluation run under " + control
                    + ", so nothing is known");
        }
        List<String> lines = new ArrayList<>();
        for (Sense sense : Sense.of(run)) {
            sense.informativeness().ifPresent(found -> lines.add(line(sense, found)));
        }
        lines.add(unsolved());
        return lines;
    }

    private String line(Sense sense, Informativeness found) {
        List<Run> tuning = cells.stream()
                .filter(cell -> cell.problem().equals(sense.problem()))
                .flatMap(cell -> cell.tuning().stream())
                .toList();
        return String.format(
                Locale.ROOT,
                "%s: %.0f %% of %s solved [%.0f, %.0f], score %.2f, %s; of %s %d",
                sense.problem(),
                100 * found.solved().share(),
                Wording.count(sense.runs(), "evaluation run"),
                100 * found.solved().interval().low(),
                100 * found.solved().interval().high(),
                sense.score(),
                found.informative() ? "informative" : "says nothing about methods",
                Wording.count(tuning.size(), "tuning run"),
                tuning.stream().filter(Run::solved).count());
    }

    private String unsolved() {
        Set<String> without = new LinkedHashSet<>();
        cells.forEach(cell -> without.add(cell.arm().optimizer()));
        cells.stream()
                .filter(cell -> cell.evaluation().stream().anyMatch(Run::solved)
                        || cell.tuning().stream().anyMatch(Run::solved))
                .forEach(cell -> without.remove(cell.arm().optimizer()));
        return without.isEmpty()
                ? "every optimizer solved something"
                : "solved nothing, in tuning or evaluation: " + String.join(", ", without);
    }
}
