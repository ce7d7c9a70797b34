package org.longspan.suite.command;

import java.nio.file.Path;
import java.util.Optional;
import org.longspan.harness.BenchmarkRun;
import org.longspan.harness.RunSummary;
import org.longspan.harness.grid.StepCosts;
import org.longspan.harness.remote.CellExecutor;
import org.longspan.suite.progress.ProgressDisplay;
import org.longspan.suite.progress.StopNote;

/** A run that shows its progress, and what a user should know before it starts. */
final class ShownRun {

    private final Session session;
    private final RunSettings settings;

    ShownRun(Session session, RunSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    /** Runs the missing trials. */
    RunSummary run(BenchmarkRun run) {
        Optional<CellExecutor> elsewhere = session.executor();
        try (ProgressDisplay display = display(run.folder())) {
            display.note(settings.kernels().reason());
            MultiplyAdd.missing().ifPresent(display::note);
            if (elsewhere.isEmpty()) {
                display.note("threads: " + run.options().threads());
            }
            run.warnings().forEach(text -> display.note("warning: " + text));
            CostText.warnings(StepCosts.of(run.grid(), session.methods()))
                    .forEach(text -> display.note("warning: " + text));
            return elsewhere.isPresent() ? run.runOn(elsewhere.get(), display) : run.run(display);
        }
    }

    private ProgressDisplay display(Path folder) {
        ProgressDisplay display = ProgressDisplay.on(session.terminal());
        return session.ownsProcess() ? StopNote.on(display, session.terminal(), folder) : display;
    }
}
