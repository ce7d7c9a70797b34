package org.longspan.harness.estimate;

import java.util.List;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Trial;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.oracle.SequenceForwards;
import org.longspan.optim.ClippingScheme;
import org.longspan.optim.Optimizer;

/**
 * Makes the probes of a network on a task.
 *
 * @param cost of the plan's trials
 * @param methods that the plan may name
 */
record Probes(ExpectedCost cost, MethodCatalogue methods) {

    /** Multiply-adds of the least trial: new code is compiled in some ten of them, and then each takes milliseconds. */
    private static final double LEAST = 1e8;

    /** Sequence-forwards of the least trial on a network so small that its multiply-adds take no time. */
    private static final double MANY = 10_000;

    /**
     * Returns the probe of a network itself: the first first-order method and the first clipping, both without settings
     * of the plan. Its updates are cheap, so nothing is risked with it.
     *
     * @param multiplyAdds of a gradient of one sequence
     */
    Calibration.Timed plain(GridCell cell, double multiplyAdds) {
        Choice optimizer = methods.optimizers().entries().stream()
                .filter(entry -> entry.create(Settings.NONE).needs().isEmpty())
                .map(Probes::complete)
                .findFirst()
                .orElseThrow();
        Entry<ClippingScheme> clipping = methods.clippings().entries().get(0);
        Trial trial = with(cell.known().get(0), optimizer, complete(clipping));
        double looks = cost.looksOverTraining(optimizer.name());
        Probe probe = new Probe(
                List.of(trial), batch -> (long) SequenceForwards.GRADIENT * batch, looks, least(multiplyAdds));
        return new Calibration.Timed(probe, probe, 1, cost.ofATrial(optimizer.name()));
    }

    /**
     * Returns the probe of the trials of a cell.
     *
     * @param plain the probe of its network itself
     * @param multiplyAdds of a gradient of one sequence
     * @param weight cost of all trials of this kind
     */
    Calibration.Timed of(GridCell cell, Calibration.Timed plain, double multiplyAdds, double weight) {
        String name = cell.arm().optimizer();
        List<Trial> settings = cell.known();
        Optimizer optimizer = methods.optimizers().create(settings.get(0).optimizer());
        Probe probe = new Probe(settings, optimizer::costOfAStep, cost.looksOverTraining(name), least(multiplyAdds));
        return new Calibration.Timed(probe, plain.probe(), cost.usualPace(name), weight);
    }

    private static double least(double multiplyAdds) {
        return Math.min(MANY, SequenceForwards.GRADIENT * LEAST / multiplyAdds);
    }

    private static Choice complete(Entry<?> entry) {
        return new Choice(entry.name(), entry.complete(Settings.NONE));
    }

    private static Trial with(Trial trial, Choice optimizer, Choice clipping) {
        return new Trial(
                trial.task(),
                trial.model(),
                optimizer,
                trial.schedule(),
                clipping,
                trial.nonFiniteGradient(),
                trial.budget(),
                trial.evaluation(),
                trial.divergence(),
                trial.seed(),
                trial.replicate());
    }
}
