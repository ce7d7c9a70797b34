package org.longspan.harness.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.longspan.harness.key.Axes;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.model.Network;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.optim.ClippingScheme;
import org.longspan.optim.Memory;
import org.longspan.optim.Need;
import org.longspan.optim.Optimizer;
import org.longspan.optim.ThresholdUnit;
import org.longspan.task.SequenceTask;

/**
 * Runs a trial on the calling thread. The result depends only on the trial: it is bit for bit equal on every machine,
 * whatever else is running.
 */
public final class Trainer {

    private final Workbench bench;

    /** Creates a trainer. Several trainers may share a bench. */
    public Trainer(Workbench bench) {
        this.bench = bench;
    }

    /** Runs {@code trial} from its initial weights to its outcome. */
    public TrialResult run(Trial trial) {
        return run(trial, TrainingWatch.NONE);
    }

    /**
     * Runs {@code trial} from its initial weights to its outcome, with the same result whoever watches.
     *
     * @param watch told nothing if the trial is skipped
     */
    public TrialResult run(Trial trial, TrainingWatch watch) {
        Optional<String> unsuited = bench.unsuited(trial.model());
        if (unsuited.isPresent()) {
            return unbuilt(unsuited.get());
        }
        SequenceTask task = bench.task(trial.task());
        Network network = bench.network(trial.model(), trial.task(), Axes.weights(trial));
        ClippingScheme scheme = bench.methods().clippings().create(trial.clipping());
        Optional<String> senseless = bench.sense().skip(trial.model(), trial.optimizer(), trial.clipping());
        if (senseless.isPresent()) {
            return skipped(senseless.get(), network, 0);
        }
        double[] units = bench.units(trial, scheme);
        long unitCost = scheme.unit().cost(trial.budget().batch());
        for (double unit : units) {
            if (!(unit > 0) || Double.isInfinite(unit)) {
                return skipped(noUnit(trial, unit), network, unitCost);
            }
        }
        TrainingView run = new TrainingView(
                trial,
                TrialMethods.of(trial, bench.methods(), units),
                boxed(units),
                task,
                network,
                network.initialize(Axes.weights(trial)),
                new Memory(network.layout()),
                capacity(trial, network));
        return new Training(run, run.newWorkspace(), watch)
                .run(
                        unitCost,
                        scheme.unit() == ThresholdUnit.NONE ? List.of() : run.units(),
                        bench.blind(trial.task()));
    }

    /**
     * Returns the number of sequences to process at once, which leaves room for the curvature products of the method.
     */
    private int capacity(Trial trial, Network network) {
        Optimizer method = bench.methods().optimizers().create(trial.optimizer());
        return network.capacityFor(
                method.sequencesAtOnce(trial.budget().batch()),
                method.needs().contains(Need.HESSIAN) ? new Curvature.Hessian() : Curvature.GAUSS_NEWTON);
    }

    private static String noUnit(Trial trial, double unit) {
        return "the unit of the threshold of " + trial.clipping().name() + " is " + unit
                + " at initialization, so it has no multiples";
    }

    private static TrialResult unbuilt(String reason) {
        return skipped(reason, 0, 0);
    }

    private static TrialResult skipped(String reason, Network network, long unitCost) {
        return skipped(reason, unitCost, network.layout().size());
    }

    private static TrialResult skipped(String reason, long unitCost, int parameters) {
        return TrialResult.notRun(new Outcome.Skipped(reason), unitCost, parameters);
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
