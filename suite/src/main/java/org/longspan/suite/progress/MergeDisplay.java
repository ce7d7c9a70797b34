package org.longspan.suite.progress;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.longspan.harness.merge.MergeListener;
import org.longspan.suite.text.Terminal;
import org.longspan.suite.text.Wording;

/** Shows the progress of a merge that takes long: a bar if a person is watching, else a line every ten seconds. */
public final class MergeDisplay implements MergeListener, AutoCloseable {

    private static final int REDRAWN_EVERY_MILLISECONDS = 500;
    private static final double PATIENCE_SECONDS = 1;
    private static final double SECONDS = 10;
    private static final long MEGABYTE = 1_000_000;

    private final Terminal terminal;
    private final long begun = System.nanoTime();
    private ProgressBar bar; // null where lines are shown, and as long as the merge is short
    private double lastSeconds;

    private MergeDisplay(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Returns the display for a terminal. */
    public static MergeDisplay on(Terminal terminal) {
        return new MergeDisplay(terminal);
    }

    @Override
    public void note(String line) {
        if (bar != null) {
            terminal.redraw(BarLine.ERASE);
        }
        terminal.err().println(line);
        terminal.err().flush();
    }

    @Override
    public void progress(long done, long all) {
        if (bar != null) {
            bar.maxHint(all).stepTo(done);
            return;
        }
        double seconds = (System.nanoTime() - begun) * 1e-9;
        if (terminal.interactive() && seconds > PATIENCE_SECONDS) {
            bar = bar(all);
        } else if (!terminal.interactive() && seconds - lastSeconds >= SECONDS) {
            lastSeconds = seconds;
            terminal.err().println(line(seconds, done, all));
            terminal.err().flush();
        }
    }

    private static String line(double seconds, long done, long all) {
        boolean early = done < ProgressDisplay.EARLY * all;
        return "merging: " + Wording.count(done / MEGABYTE) + " of about " + Wording.count(all / MEGABYTE) + " MB ("
                + 100 * done / Math.max(1, all) + " %)"
                + (early ? "" : "; about " + Wording.span(seconds * (all - done) / done) + " left");
    }

    private ProgressBar bar(long all) {
        return new ProgressBarBuilder()
                .setTaskName("merging")
                .setUnit("MB", MEGABYTE)
                .setInitialMax(all)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REDRAWN_EVERY_MILLISECONDS)
                .setConsumer(new BarLine(terminal))
                .build();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            terminal.err().println();
        }
    }
}
