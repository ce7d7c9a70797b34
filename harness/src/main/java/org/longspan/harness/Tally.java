package org.longspan.harness;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.longspan.harness.estimate.TrialKind;
import org.longspan.harness.estimate.TrialTimes;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Spent;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.run.Machine;
import org.longspan.harness.store.StoredLine;

/** Counts finished trials, and learns from them how long the others take. The walk guards access to it. */
final class Tally {

    private final TrialTimes times;
    private final Machine here;
    private final long begin = System.nanoTime();
    private final Map<String, Integer> skips = new TreeMap<>(); // trials by reason
    private int planned;
    private int run;
    private int reused;
    private int running;
    private int solved;
    private int diverged;
    private int budgetSpent;
    private int failed;
    private double coreSeconds;

    /**
     * Creates a tally of which no trial has ended.
     *
     * @param times of all trials of {@code cells} that are not skipped
     * @param here the machine that runs them
     */
    Tally(List<GridCell> cells, TrialTimes times, Machine here) {
        this.times = times;
        this.here = here;
        cells.forEach(cell -> planned += cell.trials());
    }

    void started() {
        running++;
    }

    /** Counts a trial that was run; its looks took their time beside it, and so will those at later trials. */
    void finished(StoredResult result, double secondsOfLooks) {
        double seconds = result.circumstances().seconds() + secondsOfLooks;
        running--;
        run++;
        coreSeconds += seconds;
        ended(result.trial(), result.result().outcome(), OptionalDouble.of(seconds));
    }

    void reused(Trial trial, StoredLine line) {
        reused++;
        Spent spent = line.spent();
        boolean tells = here.made(spent);
        ended(trial, line.end().outcome(), tells ? OptionalDouble.of(spent.seconds()) : OptionalDouble.empty());
    }

    /** Skipped trials are counted at the end of their cell. */
    private void ended(Trial trial, Outcome outcome, OptionalDouble seconds) {
        count(outcome);
        if (outcome instanceof Outcome.Skipped) {
            return;
        }
        TrialKind kind = TrialKind.of(trial);
        if (seconds.isPresent() && !(outcome instanceof Outcome.Failed)) {
            times.took(kind, seconds.getAsDouble());
        } else {
            times.drop(kind, 1);
        }
    }

    /** Notes that a cell has ended after {@code made} trials: fewer than planned if its first trial was skipped. */
    void over(GridCell cell, int made) {
        int never = cell.trials() - made;
        planned -= never;
        if (never > 0) { // the one trial was skipped, and is still counted as left
            times.drop(TrialKind.of(cell), never + made);
        }
    }

    private void count(Outcome outcome) {
        solved += outcome instanceof Outcome.Solved ? 1 : 0;
        diverged += outcome instanceof Outcome.Diverged ? 1 : 0;
        budgetSpent += outcome instanceof Outcome.BudgetSpent ? 1 : 0;
        failed += outcome instanceof Outcome.Failed ? 1 : 0;
        if (outcome instanceof Outcome.Skipped skip) {
            skips.merge(skip.reason(), 1, Integer::sum);
        }
    }

    int planned() {
        return planned;
    }

    int reused() {
        return reused;
    }

    /** Of each running trial, half is taken to be done. */
    Progress progress() {
        double underway = run == 0 ? 0 : running * coreSeconds / run / 2;
        double left = Math.max(0, times.secondsLeft() - underway);
        return new Progress(
                planned, run + reused, reused, outcomes(), running, coreSeconds + underway, left, seconds());
    }

    RunSummary summary(Path folder, boolean stopped, FailureReasons failures) {
        return new RunSummary(folder, planned, run, reused, outcomes(), failures, seconds(), coreSeconds, stopped);
    }

    private OutcomeCounts outcomes() {
        return new OutcomeCounts(solved, budgetSpent, diverged, failed, new SkipReasons(skips));
    }

    private double seconds() {
        return (System.nanoTime() - begin) * 1e-9;
    }
}
