package org.longspan.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.longspan.harness.record.Costs;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.StepSummary;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.numerics.random.RandomStream;
import org.longspan.reports.SyntheticRun.Fate;

/**
 * Makes up the result of one trial.
 *
 * @param trial that was never run
 * @param task of it
 * @param fate that it cannot escape
 * @param random of this trial alone
 */
record SyntheticResult(Trial trial, TaskEntry task, Fate fate, RandomStream random) {

    /** Returns the result. */
    TrialResult result() {
        if (fate == Fate.EVERYTHING_SKIPPED
                || fate == Fate.PLAUSIBLE
                        && trial.clipping().name().equals(SyntheticRun.SKIPPED)
                        && trial.optimizer().name().equals("hessian-free")) {
            return skipped();
        }
        double rate = (Double) trial.optimizer().settings().values().get("learning-rate");
        boolean clips = !trial.clipping().name().equals("none");
        boolean lstm = trial.model().cell().name().equals("lstm");
        double skill = (lstm ? 1.6 : 0.2)
                + switch (trial.optimizer().name()) {
                    case "adam" -> 1.2;
                    case "rmsprop" -> 0.9;
                    case "nesterov" -> 0.3;
                    case "momentum" -> 0.2;
                    default -> -1.0;
                }
                + (clips ? 0.5 : 0)
                - 1.2 * Math.log(task.task().length() / 14.0)
                - Math.abs(Math.log10(rate / 0.02))
                + 0.5 * blockLuck()
                + 0.3 * random.normal();
        boolean wild = rate > 0.5 || !clips && rate > 0.15;
        if (fate == Fate.EVERYTHING_DIVERGED || fate != Fate.NOTHING_SOLVED && wild && random.nextDouble() < 0.7) {
            return diverged();
        }
        return trained(fate == Fate.NOTHING_SOLVED ? -1 : skill, clips);
    }

    /** The clippings of an optimizer share it within a block. */
    private double blockLuck() {
        int block = Objects.hash(
                task.task().variant(),
                task.task().length(),
                trial.model().cell().name(),
                trial.replicate().kin(),
                trial.replicate().block(),
                trial.replicate().phase().word());
        return new RandomStream(block).normal();
    }

    private TrialResult diverged() {
        Outcome.Cause[] causes = Outcome.Cause.values();
        Outcome.Cause cause = causes[(int) random.uniform(0, causes.length)];
        long at = 5 + (long) random.uniform(0, 90);
        List<CurvePoint> curve = new ArrayList<>();
        double chance = task.chance();
        for (long u = 0; u <= at; u += 20) {
            boolean last = u + 20 > at;
            curve.add(new CurvePoint(
                    u,
                    60 * u,
                    last && u > 0 ? null : chance * Math.exp(u / 12.0),
                    last && u > 0 ? null : chance * Math.exp(u / 12.0),
                    new StepSummary(chance, Math.exp(u / 4.0), last ? null : Math.exp(u / 2.0), 1.0, 0.1, 0.9, null)));
        }
        return new TrialResult(
                new Outcome.Diverged(cause, at),
                0,
                1.02 * chance,
                curve,
                new Costs(at, 60 * at, 0, 500 * curve.size(), 1_000_000),
                List.of(),
                4_513,
                weights(),
                List.of());
    }

    private TrialResult trained(double skill, boolean clips) {
        double chance = task.chance();
        boolean solves = skill > 0;
        long solvedAt = Math.min(480, Math.round(20 * Math.ceil((120 + 300 * Math.exp(-skill)) / 20)));
        List<CurvePoint> curve = new ArrayList<>();
        long step = trial.evaluation().everyUpdates();
        for (long u = 0; u <= (solves ? solvedAt : trial.budget().updates()); u += step) {
            double fall = solves ? 1 / (1 + Math.exp(-(u - solvedAt + 50) / 18.0)) : 0.02 * u / 500;
            double noise = Math.exp(0.05 * random.normal());
            double loss = chance * noise * Math.exp(-4.5 * fall);
            double norm = 0.3 * Math.exp(0.8 * random.normal()) * (0.4 + fall * 3);
            double clipped = clips ? Math.min(norm, 0.4) : norm;
            curve.add(new CurvePoint(
                    u,
                    60 * u,
                    loss,
                    task.measureIsLoss() ? loss : Math.min(0.8, loss / chance * 0.8),
                    new StepSummary(
                            loss, norm, 3 * norm, clipped, 0.01 * clipped, clips && norm > 0.4 ? 0.8 : 0, null)));
        }
        long updates = curve.get(curve.size() - 1).updates();
        Outcome outcome = solves ? new Outcome.Solved(solvedAt, 60 * solvedAt, chance / 90) : new Outcome.BudgetSpent();
        Costs costs = new Costs(updates, 60 * updates, clips ? 6_000 : 0, 500 * curve.size(), 90_000 * updates);
        return new TrialResult(
                outcome,
                solves ? 1 : 0,
                1.02 * chance,
                curve,
                costs,
                clips ? List.of(0.37) : List.of(),
                4_513,
                weights(),
                List.of());
    }

    private String weights() {
        return String.format("%016x", random.nextLong()).repeat(4);
    }

    private static TrialResult skipped() {
        return new TrialResult(
                new Outcome.Skipped("hessian-free takes no clipping inside back-propagation"),
                0,
                null,
                List.of(),
                new Costs(0, 0, 0, 0, 0),
                List.of(),
                0,
                "",
                List.of());
    }
}
