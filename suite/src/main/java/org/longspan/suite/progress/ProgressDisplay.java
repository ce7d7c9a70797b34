package org.longspan.suite.progress;

import java.util.OptionalDouble;
import org.longspan.harness.OutcomeCounts;
import org.longspan.harness.Progress;
import org.longspan.harness.ProgressListener;
import org.longspan.suite.text.Terminal;
import org.longspan.suite.text.Wording;

/** Shows a run while it goes on. */
public interface ProgressDisplay extends ProgressListener, AutoCloseable {

    /** The share of the work before which no time is guessed. */
    double EARLY = 0.05;

    /** Returns what fits the terminal: a bar that is redrawn, or lines that stay. */
    static ProgressDisplay on(Terminal terminal) {
        return terminal.interactive() ? new BarDisplay(terminal) : new LineDisplay(terminal.err());
    }

    /** Leaves the terminal as it was. */
    @Override
    void close();

    /** Returns how the trials ended so far: {@code 204 solved, 12 diverged}. */
    static String outcomes(OutcomeCounts counts) {
        return Wording.count(counts.solved()) + " solved, " + Wording.count(counts.diverged()) + " diverged"
                + (counts.skipped() == 0 ? "" : ", " + Wording.count(counts.skipped()) + " skipped")
                + (counts.failed() == 0 ? "" : ", " + Wording.count(counts.failed()) + " failed");
    }

    /**
     * Returns the seconds left, once a twentieth of the work is done: before that, the virtual machine is still
     * compiling the kernels, and the guess is many times too long.
     */
    static OptionalDouble secondsLeft(Progress progress) {
        boolean early = progress.workDone() < EARLY * (progress.workDone() + progress.workLeft());
        return early ? OptionalDouble.empty() : progress.secondsLeft();
    }
}
