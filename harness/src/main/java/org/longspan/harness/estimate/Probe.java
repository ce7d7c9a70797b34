package org.longspan.harness.estimate;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.Costs;
import org.longspan.harness.record.EvaluationRules;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;

/**
 * Short trials of one kind: the pace, which is the time of a sequence-forward, in the plan's batches and in its mixture
 * of training and looks. Where a batch takes too long, it is smaller. Not safe for use by several threads.
 */
final class Probe {

    private static final double LONGEST = 2; // seconds of an update that is still tried

    private final List<Trial> settings;
    private final IntToLongFunction step;
    private final double looks;
    private final double least;
    private final int batch;
    private int setting;
    private double measuredStep; // sequence-forwards of an update on a whole batch; 0 until measured
    private Timing latest = Timing.NONE;
    private Timing before = Timing.NONE;
    private Timing all = Timing.NONE;

    /** Time and cost of trials. */
    private record Timing(double seconds, double forwards) {

        static final Timing NONE = new Timing(0, 0);

        Timing and(Timing other) {
            return new Timing(seconds + other.seconds, forwards + other.forwards);
        }

        double pace() {
            return seconds / forwards;
        }
    }

    /**
     * Creates a probe that has not been timed.
     *
     * @param settings trials of this kind with different settings; the first that does not diverge is timed
     * @param step greatest cost of an update by the size of its batch, in sequence-forwards
     * @param looks cost of looks over the cost of training
     * @param least sequence-forwards of a trial, enough for its code to be compiled in a few trials, which shorter ones
     *     would not show
     */
    Probe(List<Trial> settings, IntToLongFunction step, double looks, double least) {
        this.settings = settings;
        this.step = step;
        this.looks = looks;
        this.least = least;
        this.batch = settings.get(0).budget().batch();
    }

    /**
     * Returns a trial that takes about {@code seconds}, or longer if it would cost less than it must; empty if its least
     * update may take too long.
     *
     * @param guess seconds of a sequence-forward, if this probe has not been timed; 0 if nothing is known
     */
    Optional<Trial> next(double seconds, double guess) {
        double pace = isTimed() ? latest.pace() : guess;
        double forwards = (isTimed() ? Math.max(seconds / pace, least) : least) / (1 + looks);
        double ofAStep = measuredStep > 0 ? measuredStep : step.applyAsLong(batch);
        int sequences = (int) Math.max(1, Math.min(1, forwards / ofAStep) * batch);
        if (sequences < batch) {
            ofAStep = step.applyAsLong(sequences);
        }
        if (ofAStep > least && ofAStep * (1 + looks) * pace > LONGEST) {
            return Optional.empty();
        }
        long most = Math.min(settings.get(0).budget().updates(), Integer.MAX_VALUE);
        int updates = (int) Math.max(1, Math.min(forwards / ofAStep, most));
        double look = looks * updates * ofAStep / 2; // one before the first update and one after the last
        return Optional.of(trial(sequences, updates, (int) Math.max(1, look)));
    }

    private Trial trial(int sequences, int updates, int look) {
        Trial trial = settings.get(setting);
        return new Trial(
                trial.task(),
                trial.model(),
                trial.optimizer(),
                trial.schedule(),
                trial.clipping(),
                trial.nonFiniteGradient(),
                new Budget(sequences, updates, Long.MAX_VALUE),
                new EvaluationRules(updates, look, 1, 0, 1),
                trial.divergence(),
                trial.seed(),
                trial.replicate());
    }

    /** Takes the result of a trial. One that did not run to its end tells little, and is passed over if there are others. */
    void took(Trial trial, TrialResult result, double seconds) {
        Costs costs = result.costs();
        if (result.outcome() instanceof Outcome.Diverged) {
            setting = (setting + 1) % settings.size();
        }
        if (costs.updates() == 0
                || isTimed() && costs.updates() < trial.budget().updates()) {
            return;
        }
        if (trial.budget().batch() == batch) {
            measuredStep = (double) costs.sequenceForwards() / costs.updates();
        }
        before = latest;
        latest = new Timing(seconds, costs.sequenceForwards() + costs.evaluationSequenceForwards());
        all = all.and(latest);
    }

    boolean isTimed() {
        return latest.forwards() > 0;
    }

    /** Returns the time of a sequence-forward in the latest trial. */
    double latestPace() {
        return latest.pace();
    }

    /** Returns the time of a sequence-forward in the two latest trials. */
    double pace() {
        return latest.and(before).pace();
    }

    /** Returns how much longer all trials took than at the latest pace, because they were compiled meanwhile. */
    double secondsOfWarmingUp() {
        return isTimed() ? Math.max(0, all.seconds() - pace() * all.forwards()) : 0;
    }
}
