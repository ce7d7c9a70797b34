package org.longspan.harness.run;

import com.google.common.primitives.Doubles;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.longspan.harness.key.Axes;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.record.Trial;
import org.longspan.model.Network;
import org.longspan.model.TaskObjective;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.oracle.Site;
import org.longspan.numerics.random.Seed;
import org.longspan.optim.ClippingScheme;
import org.longspan.optim.ThresholdUnit;
import org.longspan.optim.clip.Median;
import org.longspan.optim.clip.SignalProbe;
import org.longspan.task.Split;

/**
 * Threshold units, measured at the initial weights on the first {@value ThresholdUnit#BATCHES} batches of the training
 * data on which a block tunes. All trials of a block share its units, whatever their clipping and their phase, so what
 * the measurement costs is no part of their budgets.
 */
final class UnitMeasurements {

    private final Map<Key, List<Double>> measured = new ConcurrentHashMap<>();

    /** Everything that a unit depends on. */
    private record Key(TaskChoice task, ModelChoice model, int batch, long seed, ThresholdUnit unit, Site site) {}

    /** Returns the units of {@code scheme} in the block of {@code trial}, measured at the first request. */
    double[] of(Trial trial, ClippingScheme scheme, Workbench bench) {
        if (scheme.unit() == ThresholdUnit.NONE) {
            return new double[] {1};
        }
        if (scheme.unit() == ThresholdUnit.TIME_STEPS) {
            return new double[] {bench.task(trial.task()).description().steps()};
        }
        Key key = new Key(
                trial.task(),
                trial.model(),
                trial.budget().batch(),
                trial.seed(),
                scheme.unit(),
                scheme.unit() == ThresholdUnit.SIGNAL_ROW_NORM ? scheme.site().orElseThrow() : null);
        return Doubles.toArray(measured.computeIfAbsent(key, k -> measure(k, bench)));
    }

    private static List<Double> measure(Key key, Workbench bench) {
        Seed weights = Axes.weights(key.task(), key.model(), key.seed(), Phase.TUNING);
        long data = Axes.data(key.task(), key.seed(), Phase.TUNING).value();
        Network network = bench.network(key.model(), key.task(), weights);
        TaskObjective objective = new TaskObjective(
                network,
                bench.task(key.task()),
                Split.TRAIN,
                data,
                network.newWorkspace(network.capacityFor(key.batch())));
        Parameters theta = network.initialize(weights);
        Parameters gradient = new Parameters(network.layout());
        double[][] rows = new double[ThresholdUnit.BATCHES][];
        for (int i = 0; i < ThresholdUnit.BATCHES; i++) {
            objective.bind((long) i * key.batch(), key.batch());
            rows[i] = row(key, network, theta, objective, gradient);
        }
        return Doubles.asList(
                key.unit() == ThresholdUnit.EXAMPLE_NORM
                        ? new double[] {Median.of(Doubles.concat(rows))}
                        : Median.ofColumns(rows));
    }

    private static double[] row(
            Key key, Network network, Parameters theta, TaskObjective objective, Parameters gradient) {
        return switch (key.unit()) {
            case SIGNAL_ROW_NORM -> {
                SignalProbe probe = new SignalProbe(key.site());
                objective.gradient(theta, new GradientSeams(probe, null), gradient);
                yield new double[] {probe.largestRowNorm()};
            }
            case EXAMPLE_NORM -> {
                double[] norms = new double[key.batch()];
                objective.exampleNorms(theta, GradientSeams.NONE, norms);
                yield norms;
            }
            default -> {
                objective.gradient(theta, GradientSeams.NONE, gradient);
                yield key.unit().measure(gradient, network.kernels());
            }
        };
    }
}
