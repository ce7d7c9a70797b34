package org.longspan.reports.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.reports.inference.Informativeness;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.Problem;
import org.longspan.reports.summary.Run;

/**
 * Whether a problem says something about methods, by its evaluation runs under the control; where the plan has none, by
 * all of them.
 *
 * @param problem with a solved criterion
 * @param runs number of these runs
 * @param score their mean S, 0 of none
 * @param informativeness by the share that solved, if any was run
 */
public record Sense(Problem problem, int runs, double score, Optional<Informativeness> informativeness) {

    private static final double CONFIDENCE = 0.95;

    /** Returns that of each problem with a solved criterion, in the grid's order. */
    public static List<Sense> of(ArrangedRun run) {
        List<Sense> senses = new ArrayList<>();
        for (String task : run.solvableTaskNames()) {
            for (TaskEntry entry : run.entries(task)) {
                run.modelsOf(task).stream()
                        .filter(model -> run.has(model, entry))
                        .forEach(model -> senses.add(of(run, run.problem(model, entry))));
            }
        }
        return List.copyOf(senses);
    }

    private static Sense of(ArrangedRun run, Problem problem) {
        String control = run.manifest().tuning().control();
        List<Run> runs = new ArrayList<>();
        for (CellResult cell : run.cells(c -> c.problem().equals(problem))) {
            if (control == null || cell.arm().clipping().equals(control)) {
                runs.addAll(cell.evaluation());
            }
        }
        double score = runs.stream().mapToDouble(Run::score).average().orElse(0);
        return new Sense(problem, runs.size(), score, informativeness(runs));
    }

    /** Runs of one kin in one block share their data and initial weights. */
    private static Optional<Informativeness> informativeness(List<Run> runs) {
        ClusterCounts counts = new ClusterCounts();
        runs.forEach(run -> counts.add(run.trial().replicate().kin() + " " + run.block(), run.solved()));
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of(Informativeness.of(counts.hits(), counts.all(), CONFIDENCE));
    }

    /** Returns whether it can tell methods apart; false if nothing was run. */
    public boolean informative() {
        return informativeness.filter(Informativeness::informative).isPresent();
    }
}
