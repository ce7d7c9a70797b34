package org.longspan.suite.progress;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.longspan.harness.Progress;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.suite.text.Terminal;

/** A progress bar that is redrawn in place. */
final class BarDisplay implements ProgressDisplay {

    private static final int REDRAWN_EVERY_MILLISECONDS = 500;

    private final Terminal terminal;
    private ProgressBar bar; // null before the first trial
    private volatile Progress latest;

    BarDisplay(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void note(String line) {
        terminal.redraw(bar == null ? "" : BarLine.ERASE);
        terminal.err().println(line);
    }

    @Override
    public void started(Trial trial, Progress progress) {
        show(progress);
    }

    @Override
    public void finished(StoredResult result, Progress progress) {
        show(progress);
    }

    private void show(Progress progress) {
        latest = progress;
        if (bar == null) {
            bar = bar(progress);
        }
        bar.stepTo(progress.done());
        bar.setExtraMessage(ProgressDisplay.outcomes(progress.outcomes()));
    }

    private ProgressBar bar(Progress progress) {
        return new ProgressBarBuilder()
                .setTaskName("trials")
                .setInitialMax(progress.planned())
                .startsFrom(progress.done(), Duration.ZERO)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REDRAWN_EVERY_MILLISECONDS)
                .setEtaFunction(state -> timeLeft())
                .setConsumer(new BarLine(terminal))
                .build();
    }

    /** Replaces the library's estimate, which counts trials, with the run's, which knows their costs. */
    private Optional<Duration> timeLeft() {
        OptionalDouble left = ProgressDisplay.secondsLeft(latest);
        return left.isPresent() ? Optional.of(Duration.ofSeconds(Math.round(left.getAsDouble()))) : Optional.empty();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            terminal.err().println();
        }
    }
}
