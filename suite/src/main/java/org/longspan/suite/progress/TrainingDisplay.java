package org.longspan.suite.progress;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.longspan.harness.run.TrainingView;
import org.longspan.harness.run.TrainingWatch;
import org.longspan.suite.text.Terminal;
import org.longspan.suite.text.Wording;

/**
 * Shows the progress of one training run: a bar of its updates if a person is watching, else a line every ten seconds.
 */
public final class TrainingDisplay implements TrainingWatch, AutoCloseable {

    private static final int REDRAWN_EVERY_MILLISECONDS = 500;
    private static final double SECONDS = 10;

    private final Terminal terminal;
    private final long begun = System.nanoTime();
    private ProgressBar bar; // null where lines are shown, and before the first update
    private long most;
    private double lastSeconds;
    private volatile long made;

    private TrainingDisplay(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Returns the display for a terminal. */
    public static TrainingDisplay on(Terminal terminal) {
        return new TrainingDisplay(terminal);
    }

    @Override
    public void begins(TrainingView run) {
        most = run.trial().budget().updates();
        if (terminal.interactive()) {
            bar = new ProgressBarBuilder()
                    .setTaskName("updates")
                    .setInitialMax(most)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(REDRAWN_EVERY_MILLISECONDS)
                    .setEtaFunction(state -> timeLeft())
                    .setConsumer(new BarLine(terminal))
                    .build();
        }
    }

    @Override
    public void before(long index) {
        made = index;
        if (bar != null) {
            bar.stepTo(index);
        } else if (seconds() - lastSeconds >= SECONDS) {
            lastSeconds = seconds();
            terminal.err().println(line());
            terminal.err().flush();
        }
    }

    private String line() {
        OptionalDouble left = secondsLeft();
        return "update " + Wording.count(made) + " of at most " + Wording.count(most) + " (" + 100 * made / most + " %)"
                + (left.isPresent() ? "; at most about " + Wording.span(left.getAsDouble()) + " left" : "");
    }

    private Optional<Duration> timeLeft() {
        OptionalDouble left = secondsLeft();
        return left.isPresent() ? Optional.of(Duration.ofSeconds(Math.round(left.getAsDouble()))) : Optional.empty();
    }

    /** What the probes took so far is in the pace, so it stands for what they will take at the end. */
    private OptionalDouble secondsLeft() {
        return made < ProgressDisplay.EARLY * most
                ? OptionalDouble.empty()
                : OptionalDouble.of(seconds() * (most - made) / made);
    }

    private double seconds() {
        return (System.nanoTime() - begun) * 1e-9;
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            terminal.err().println();
        }
    }
}
