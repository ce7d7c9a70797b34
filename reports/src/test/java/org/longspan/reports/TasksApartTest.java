package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.harness.record.TaskChoice;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;

/** Two tasks that differ only in a setting are two, each with its own runs. */
class TasksApartTest {

    private static final SyntheticRun RUN = twice(SyntheticRun.of(Fate.PLAUSIBLE, 2, 2, "quick", 2, 3));

    @Test
    void everyCellHasItsOwnRuns() {
        ArrangedRun summary = ArrangedRun.of(RUN.manifest(), RUN.results());
        assertThat(summary.taskNames()).containsExactly("adding/sum marks 2", "adding/sum marks 3");
        assertThat(summary.foreign()).isZero();
        assertThat(summary.cells())
                .hasSize(2 * 3 * 2 * 4)
                .extracting(CellResult::runs)
                .containsOnly(3);
    }

    @Test
    void everyFigureAndTheJsonTellThemApart() {
        Report report = Report.of(RUN.manifest(), RUN.results(), Optional.empty());
        assertThat(report.html()).contains("On adding/sum marks 2, ", "id=\"heat-adding-sum-marks-3-caption\"");
        assertThat(report.document().tasks())
                .extracting(task -> task.task() + " " + task.length())
                .doesNotHaveDuplicates();
        assertThat(JsonReportTest.errors(report.json())).isEmpty();
    }

    private static SyntheticRun twice(SyntheticRun run) {
        List<TaskEntry> tasks = new ArrayList<>();
        for (int marks = 2; marks <= 3; marks++) {
            for (TaskEntry e : run.manifest().design().tasks().subList(0, 3)) {
                TaskChoice t = e.task();
                tasks.add(new TaskEntry(
                        new TaskChoice(
                                t.family(), t.variant(), t.length(), Settings.NONE.with("marks", marks), t.files()),
                        e.solvable(),
                        e.chance(),
                        e.chanceFormula(),
                        e.measure(),
                        e.measureIsLoss(),
                        e.solvedAtMost(),
                        e.lossUnit(),
                        e.citation()));
            }
        }
        return run.with("tasks", tasks);
    }
}
