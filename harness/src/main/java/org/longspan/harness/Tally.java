package org.longspan.harness;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.longspan.harness.grid.Grid;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;

/** Counts finished trials and estimates the remaining work. The walk guards access to it. */
final class Tally {

    private final Workload workload;
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
    private double workDone;
    private double workLeft;
    private double coreSeconds;

    Tally(Grid grid, Workload workload) {
        this.workload = workload;
        for (GridCell cell : grid.cells()) {
            planned += count(cell);
            workLeft += count(cell) * weight(cell);
        }
    }

    private static int count(GridCell cell) {
        return cell.plan().tier().stages().stream().mapToInt(cell::count).sum();
    }

    private double weight(GridCell cell) {
        return cell.skip().isPresent() ? 0 : workload.of(cell.model(), cell.task());
    }

    private double weight(Trial trial) {
        return workload.of(trial.model(), trial.task());
    }

    void started() {
        running++;
    }

    void finished(StoredResult result) {
        running--;
        run++;
        coreSeconds += result.circumstances().seconds();
        if (!(result.result().outcome() instanceof Outcome.Skipped)) {
            workDone += weight(result.trial());
            workLeft -= weight(result.trial());
        }
        count(result.result().outcome());
    }

    void reused(Trial trial, Outcome outcome) {
        reused++;
        if (!(outcome instanceof Outcome.Skipped)) {
            workLeft -= weight(trial);
        }
        count(outcome);
    }

    /** Notes that a cell has ended after {@code made} trials: fewer than planned if its first trial was skipped. */
    void over(GridCell cell, int made) {
        int never = count(cell) - made;
        planned -= never;
        boolean turnedOut = never > 0; // the one trial was skipped, and its work is still counted as left
        workLeft -= turnedOut ? (never + made) * weight(cell) : 0;
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

    Progress progress() {
        return new Progress(
                planned, run + reused, reused, outcomes(), running, workDone, Math.max(0, workLeft), seconds());
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
