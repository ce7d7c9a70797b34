package org.longspan.reports.figure;

import java.util.List;
import java.util.stream.Collectors;
import org.longspan.harness.record.Manifest.TaskEntry;

/** Says in words what counts as solved. */
final class SolvedCriterion {

    /** What stands where a share of runs solved would, if no task can be solved. */
    static final String NONE =
            "No task of this run has a solved criterion, so there is no share of runs solved to show.";

    private SolvedCriterion() {}

    /** Returns the criterion of {@code entries}, said once where it is the same at every length. */
    static String of(List<TaskEntry> entries) {
        List<String> distinct =
                entries.stream().map(SolvedCriterion::of).distinct().toList();
        if (distinct.size() <= 1) {
            return distinct.stream().findFirst().orElse("no criterion");
        }
        return entries.stream().map(e -> of(e) + " at T = " + e.task().length()).collect(Collectors.joining(", "));
    }

    private static String of(TaskEntry entry) {
        return entry.solvable() ? entry.measure() + " ≤ " + TextFormat.precise(entry.solvedAtMost()) : "no criterion";
    }
}
