package org.longspan.suite.progress;

import org.longspan.harness.Progress;
import org.longspan.harness.ProgressListener;
import org.longspan.suite.text.Terminal;
import org.longspan.suite.text.Wording;

/** Shows a run while it goes on. */
public interface ProgressDisplay extends ProgressListener, AutoCloseable {

    /** Returns what fits the terminal: a bar that is redrawn, or lines that stay. */
    static ProgressDisplay on(Terminal terminal) {
        return terminal.interactive() ? new BarDisplay(terminal) : new LineDisplay(terminal.err());
    }

    /** Leaves the terminal as it was. */
    @Override
    void close();

    /** Returns how the trials ended so far: {@code 204 solved, 12 diverged}. */
    static String outcomes(Progress progress) {
        return Wording.count(progress.solved()) + " solved, " + Wording.count(progress.diverged()) + " diverged"
                + (progress.skipped() == 0 ? "" : ", " + Wording.count(progress.skipped()) + " skipped")
                + (progress.failed() == 0 ? "" : ", " + Wording.count(progress.failed()) + " failed");
    }

    /** Returns the time left in words, or nothing where it is not known. */
    static String timeLeft(Progress progress) {
        return progress.secondsLeft().isPresent()
                ? "about " + Wording.span(progress.secondsLeft().getAsDouble()) + " left"
                : "";
    }
}
