package org.longspan.suite.progress;

import java.io.PrintWriter;
import java.util.OptionalDouble;
import org.longspan.harness.Progress;
import org.longspan.harness.record.StoredResult;
import org.longspan.suite.text.Wording;

/** Progress as lines for a log: at most one every ten seconds, and one at the end. */
final class LineDisplay implements ProgressDisplay {

    private static final double SECONDS = 10;

    private final PrintWriter out;
    private double lastSeconds;

    LineDisplay(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void note(String line) {
        out.println(line);
    }

    @Override
    public void finished(StoredResult result, Progress progress) {
        boolean last = progress.done() == progress.planned();
        if (last || progress.secondsSoFar() - lastSeconds >= SECONDS) {
            lastSeconds = progress.secondsSoFar();
            out.println(line(progress));
        }
    }

    private static String line(Progress progress) {
        long percent = 100L * progress.done() / Math.max(1, progress.planned());
        OptionalDouble left =
                progress.done() == progress.planned() ? OptionalDouble.empty() : ProgressDisplay.secondsLeft(progress);
        String guess = left.isPresent() ? "; about " + Wording.span(left.getAsDouble()) + " left" : "";
        return Wording.count(progress.done()) + " of " + Wording.count(progress.planned(), "trial") + " (" + percent
                + " %): " + ProgressDisplay.outcomes(progress.outcomes()) + guess;
    }

    @Override
    public void close() {
        out.flush();
    }
}
