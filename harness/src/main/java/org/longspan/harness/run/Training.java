package org.longspan.harness.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.longspan.harness.record.Costs;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.SolvedStep;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.model.Evaluation;
import org.longspan.model.Evaluator;
import org.longspan.model.Network;
import org.longspan.model.Workspace;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.SequenceForwards;
import org.longspan.optim.Guard;
import org.longspan.optim.Memory;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Step;
import org.longspan.optim.StepReport;
import org.longspan.task.BlindLoss;
import org.longspan.task.Split;
import org.longspan.task.Standing;

/** The running state of one training run. An update allocates nothing; an evaluation may allocate. */
final class Training {

    private final TrainingView run;
    private final TrainingWatch watch;
    private final Trial trial;
    private final Network network;
    private final Parameters theta;
    private final Optimizer optimizer;
    private final WatchedClipping clipping;
    private final Guard guard;
    private final Memory memory;
    private final Step step;
    private final StepReport report = new StepReport();
    private final CountingOracle oracle;
    private final Evaluator evaluator;
    private final long dataSeed;
    private final DivergenceWatch divergence;
    private final Standing standing;
    private final StepColumns columns;
    private final SolvedColumns solvedColumns;
    private final List<CurvePoint> curve = new ArrayList<>();
    private final List<SolvedStep> steps = new ArrayList<>();
    private long updates;
    private long evaluatedUpdates; // number of updates at the last evaluation
    private long evaluatedForwards;
    private long evaluationForwards;
    private int attempts; // to confirm that the criterion is met

    Training(TrainingView run, Workspace workspace, TrainingWatch watch) {
        this.run = run;
        this.watch = watch;
        this.trial = run.trial();
        this.network = run.network();
        this.theta = run.theta();
        this.memory = run.memory();
        this.optimizer = run.methods().optimizer();
        this.clipping = new WatchedClipping(run.methods().clipping());
        this.step = run.newStep();
        this.dataSeed = run.dataSeed();
        this.oracle = run.newOracle(workspace);
        this.evaluator = new Evaluator(network, run.task(), workspace);
        this.standing = run.task().description().standing();
        this.divergence = new DivergenceWatch(trial.divergence(), run.methods().policy(), chance(standing));
        this.guard = new Guard(this.clipping.clipping(), divergence.policy());
        int between =
                (int) Math.min(trial.evaluation().everyUpdates(), trial.budget().updates());
        this.columns = new StepColumns(between);
        this.solvedColumns = new SolvedColumns(between);
    }

    private static double chance(Standing standing) {
        return standing instanceof Standing.Solvable solvable ? solvable.chance() : ((Standing.Open) standing).chance();
    }

    /**
     * Runs the training to its outcome.
     *
     * @param unitCost cost of measuring the threshold's unit, in sequence-forwards
     * @param units measured units; empty if none was measured
     * @param blind predictor of the task
     */
    TrialResult run(long unitCost, List<Double> units, BlindLoss blind) {
        watch.begins(run);
        Outcome outcome = outcome();
        watch.ended(outcome, updates);
        double chance =
                blind.on(Split.VALIDATION, dataSeed, 0, trial.evaluation().validationSequences());
        return new TrialResult(
                outcome, attempts, chance, curve, costs(unitCost), units, theta.size(), WeightsDigest.of(theta), steps);
    }

    private Outcome outcome() {
        Optional<Outcome> end = evaluate();
        while (end.isEmpty()) {
            boolean spent = isBudgetSpent();
            Outcome.Cause cause = spent ? null : update();
            if (cause != null) {
                observe();
                return new Outcome.Diverged(cause, updates - 1);
            }
            if (spent || isEvaluationDue()) {
                end = evaluateOnce();
            }
            if (spent && end.isEmpty()) {
                return new Outcome.BudgetSpent();
            }
        }
        return end.get();
    }

    private boolean isBudgetSpent() {
        return updates >= trial.budget().updates()
                || oracle.sequenceForwards() >= trial.budget().sequenceForwards();
    }

    /**
     * Returns whether the next look is due: one for each part of the budget that costs as much as so many mini-batch
     * gradients, whatever the method, and at least one in so many updates.
     */
    private boolean isEvaluationDue() {
        int every = trial.evaluation().everyUpdates();
        long part = (long) SequenceForwards.GRADIENT * trial.budget().batch() * every;
        return updates - evaluatedUpdates >= every || oracle.sequenceForwards() / part > evaluatedForwards / part;
    }

    /** Makes one update, and returns why the trial has diverged, or null. */
    private Outcome.Cause update() {
        watch.before(updates);
        step.moveTo(updates);
        oracle.moveTo(updates);
        long forwards = oracle.sequenceForwards();
        optimizer.step(oracle, theta, memory, guard, step, report);
        columns.add(report, clipping.changedIn(report), oracle.signalPenalty());
        solvedColumns.add(updates, report, oracle.sequenceForwards() - forwards);
        watch.after(updates, report);
        updates++;
        return divergence.afterUpdate(report, theta, network.kernels());
    }

    /** Evaluates, unless the last evaluation was at this update. */
    private Optional<Outcome> evaluateOnce() {
        boolean done = curve.get(curve.size() - 1).updates() == updates;
        return done ? Optional.empty() : evaluate();
    }

    private Optional<Outcome> evaluate() {
        Evaluation evaluation = observe();
        Optional<Outcome.Cause> cause = divergence.afterEvaluation(evaluation);
        if (cause.isPresent()) {
            return Optional.of(new Outcome.Diverged(cause.get(), Math.max(0, updates - 1)));
        }
        return isWorthConfirming(evaluation) ? confirm() : Optional.empty();
    }

    /** A solution that is found past the budget does not count. */
    private boolean isWorthConfirming(Evaluation evaluation) {
        return isSolvedBy(evaluation.measure())
                && attempts < trial.evaluation().attempts()
                && oracle.sequenceForwards() <= trial.budget().sequenceForwards();
    }

    private boolean isSolvedBy(double measure) {
        return standing instanceof Standing.Solvable solvable && measure <= solvable.solvedAtMost();
    }

    /** Evaluates on the validation sequences and adds a point to the curve. */
    private Evaluation observe() {
        Evaluation evaluation = evaluate(Split.VALIDATION, 0, trial.evaluation().validationSequences());
        curve.add(new CurvePoint(
                updates,
                oracle.sequenceForwards(),
                StepColumns.finite(evaluation.loss()),
                StepColumns.finite(evaluation.measure()),
                columns.condense()));
        solvedColumns.moveTo(steps);
        evaluatedUpdates = updates;
        evaluatedForwards = oracle.sequenceForwards();
        return evaluation;
    }

    /**
     * Takes the measure of the same weights on confirmation sequences that no attempt has used, each time twice as many:
     * a run that hovers over the criterion would else pass by patience.
     */
    private Optional<Outcome> confirm() {
        int first = trial.evaluation().confirmationSequences();
        int sequences = Math.multiplyExact(first, 1 << attempts);
        long from = sequences - (long) first;
        attempts++;
        if (!isSolvedBy(evaluate(Split.CONFIRMATION, from, sequences).measure())) {
            return Optional.empty();
        }
        watch.solved(updates);
        double measure =
                evaluate(Split.TEST, 0, trial.evaluation().testSequences()).measure();
        return Optional.of(new Outcome.Solved(
                updates, oracle.sequenceForwards(), Double.isFinite(measure) ? measure : Double.POSITIVE_INFINITY));
    }

    private Evaluation evaluate(Split split, long from, int sequences) {
        evaluationForwards += (long) SequenceForwards.LOSS * sequences;
        return evaluator.evaluate(optimizer.answer(theta, memory), split, dataSeed, from, sequences);
    }

    private Costs costs(long unitCost) {
        long forwards = oracle.sequenceForwards();
        long ofAGradient = network.multiplyAdds(network.task().steps(), 1);
        return new Costs(
                updates, forwards, unitCost, evaluationForwards, ofAGradient * forwards / SequenceForwards.GRADIENT);
    }
}
