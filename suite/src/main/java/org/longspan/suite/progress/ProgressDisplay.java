package org.longspan.suite.progress;

import java.util.OptionalDouble;
import org.longspan.harness.OutcomeCounts;
import org.longspan.harness.Progress;
import org.longspan.harness.ProgressListener;
import org.longspan.suite.text.Terminal;
import org.longspan.suite.text.Wording;

/** Shows the progress of a run. */
public interface ProgressDisplay extends ProgressListener, AutoCloseable {

    /** The share of the work that must be done before the remaining time is estimated. */
    double EARLY = 0.05;

    /** Returns the display for a terminal: a bar if it is interactive, else lines. */
    static ProgressDisplay on(Terminal terminal) {
        return terminal.interactive() ? new BarDisplay(terminal) : new LineDisplay(terminal.err());
    }

    /** Restores the terminal. */
    @Override
    void close();

    /** Returns the outcomes so far, such as {@code 204 solved, 12 diverged}. */
    static String outcomes(OutcomeCounts counts) {
        return Wording.count(counts.solved()) + " solved, " + Wording.count(counts.diverged()) + " diverged"
                + (counts.skipped() == 0 ? "" : ", " + Wording.count(counts.skipped()) + " skipped")
                + (counts.failed() == 0 ? "" : ", " + Wording.count(counts.failed()) + " failed");
    }

    /**
     * Returns the estimated seconds left, once a twentieth of the work is done. Before that, the virtual machine is
     * still compiling the kernels, and the estimate would be many times too long.
     */
    static OptionalDouble secondsLeft(Progress progress) {
        boolean early = progress.workDone() < EARLY * (progress.workDone() + progress.workLeft());
        return early ? OptionalDouble.empty() : progress.secondsLeft();
    }
}
