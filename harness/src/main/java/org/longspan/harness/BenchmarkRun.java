package org.longspan.harness;

import java.nio.file.Path;
import org.longspan.harness.grid.GridCounts;
import org.longspan.harness.plan.Plan;

/** A plan carried out into a folder. Run again it makes only what is missing. */
public final class BenchmarkRun {

    private final Plan plan;
    private final TaskCatalogue tasks;
    private final Path folder;
    private final RunOptions options;

    /**
     * Prepares a run; nothing is read or written yet.
     *
     * @param folder of this plan's results, such as {@code runs/quick}
     */
    public BenchmarkRun(Plan plan, TaskCatalogue tasks, Path folder, RunOptions options) {
        this.plan = plan;
        this.tasks = tasks;
        this.folder = folder;
        this.options = options;
    }

    /** Returns how many trials the plan asks for. */
    public GridCounts counts() {
        throw new UnsupportedOperationException(
                "grid of " + plan.name() + " over " + tasks.providers().size());
    }

    /**
     * Runs what is missing and returns what was done.
     *
     * @throws UserError if the folder is in use, cannot be written or holds results that cannot be read
     */
    public RunSummary run(ProgressListener listener) {
        throw new UnsupportedOperationException(folder + " with " + options + " for " + listener);
    }
}
