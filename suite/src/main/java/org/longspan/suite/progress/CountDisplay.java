package org.longspan.suite.progress;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.longspan.suite.text.Terminal;
import org.longspan.suite.text.Wording;

/**
 * Shows how many of a known number of things are done: a bar if a person is watching, else a line every ten seconds.
 * Work that ends within a second shows nothing.
 */
public final class CountDisplay implements AutoCloseable {

    private static final double PATIENCE = 1; // seconds before a bar appears
    private static final double SECONDS = 10; // between two lines
    private static final int REDRAWN_EVERY_MILLISECONDS = 500;

    private final Terminal terminal;
    private final String things;
    private final long all;
    private final long begun = System.nanoTime();
    private ProgressBar bar; // null where lines are shown, and within the first second
    private double lastSeconds;
    private long done;

    private CountDisplay(Terminal terminal, String things, long all) {
        this.terminal = terminal;
        this.things = things;
        this.all = all;
    }

    /** Returns the display of {@code all} things, named in the plural, of which none is done. */
    public static CountDisplay on(Terminal terminal, String things, long all) {
        return new CountDisplay(terminal, things, all);
    }

    /** Notes that one more is done. */
    public void step() {
        done++;
        if (bar != null) {
            bar.stepTo(done);
            return;
        }
        double seconds = (System.nanoTime() - begun) * 1e-9;
        if (terminal.interactive() && seconds >= PATIENCE) {
            bar = new ProgressBarBuilder()
                    .setTaskName(things)
                    .setInitialMax(all)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(REDRAWN_EVERY_MILLISECONDS)
                    .setConsumer(new BarLine(terminal))
                    .build();
        } else if (!terminal.interactive() && seconds - lastSeconds >= SECONDS) {
            lastSeconds = seconds;
            terminal.err()
                    .println(Wording.count(done) + " of " + Wording.count(all) + " " + things + " (" + 100 * done / all
                            + " %)");
            terminal.err().flush();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            terminal.err().println();
        }
    }
}
