package org.longspan.suite.progress;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.longspan.harness.OutcomeCounts;
import org.longspan.harness.Progress;
import org.longspan.harness.ProgressListener;
import org.longspan.harness.SkipReasons;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;

/** One progress over plans that run one after the other: what each tells is added to what the others have and will take. */
public final class SeveralPlans implements ProgressListener {

    /**
     * What a plan will take.
     *
     * @param trials all of its trials
     * @param done trials that have a result before it runs
     * @param coreSeconds expected for the others
     */
    public record Expected(int trials, int done, double coreSeconds) {}

    private final ProgressListener display;
    private final List<Expected> plans;
    private int current;
    private Progress before =
            new Progress(0, 0, 0, new OutcomeCounts(0, 0, 0, 0, new SkipReasons(Map.of())), 0, 0, 0, 0);
    private Progress latest = before;

    /** Shows on {@code display} the progress of plans in this order. */
    public SeveralPlans(ProgressListener display, List<Expected> plans) {
        this.display = display;
        this.plans = List.copyOf(plans);
    }

    /** Goes on to the next plan; {@code seconds} have passed since the first began. */
    public void next(double seconds) {
        before = new Progress(
                before.planned() + latest.planned(),
                before.done() + latest.done(),
                before.reused() + latest.reused(),
                sum(before.outcomes(), latest.outcomes()),
                0,
                before.workDone() + latest.workDone(),
                0,
                seconds);
        current++;
    }

    @Override
    public void note(String line) {
        display.note(line);
    }

    @Override
    public void begun(Progress progress) {
        display.begun(all(progress));
    }

    @Override
    public void started(Trial trial, Progress progress) {
        display.started(trial, all(progress));
    }

    @Override
    public void storing(Runnable store) {
        display.storing(store);
    }

    @Override
    public void finished(StoredResult result, Progress progress) {
        display.finished(result, all(progress));
    }

    private Progress all(Progress one) {
        latest = one;
        int planned = before.planned() + one.planned();
        int done = before.done() + one.done();
        double left = one.workLeft();
        for (Expected later : plans.subList(current + 1, plans.size())) {
            planned += later.trials();
            done += later.done();
            left += later.coreSeconds();
        }
        return new Progress(
                planned,
                done,
                before.reused() + one.reused(),
                sum(before.outcomes(), one.outcomes()),
                one.running(),
                before.workDone() + one.workDone(),
                left,
                before.secondsSoFar() + one.secondsSoFar());
    }

    private static OutcomeCounts sum(OutcomeCounts one, OutcomeCounts other) {
        Map<String, Integer> skips = new TreeMap<>(one.skips().counts());
        other.skips().counts().forEach((reason, trials) -> skips.merge(reason, trials, Integer::sum));
        return new OutcomeCounts(
                one.solved() + other.solved(),
                one.budgetSpent() + other.budgetSpent(),
                one.diverged() + other.diverged(),
                one.failed() + other.failed(),
                new SkipReasons(skips));
    }
}
