package org.longspan.probes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.longspan.model.Network;
import org.longspan.model.TaskObjective;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.oracle.SequenceForwards;
import org.longspan.optim.Clipping;
import org.longspan.optim.Step;
import org.longspan.optim.schedule.Constant;
import org.longspan.task.Split;

/**
 * What clipping does to the mean of a gradient, at one θ:
 *
 * <pre>bias(B) = mean(clip(g_B)) - clip(mean(g_B))</pre>
 *
 * over the batches of one pool of sequences in nested partitions, B = 5, 20, 80, 320, for each clipping of the plan at
 * 0.1, 1 and 10 units of its threshold. Recorded, in a table for each clipping: the relative bias, squared as the product
 * of two halves of the batches so that noise does not count; cosines; ⟨g, clip g⟩/‖g‖² of the batches, whose least is
 * over 0 where every clipped gradient still descends; and how the weight of an example in the clipped mean falls with its
 * own norm and with the largest norm among the others of its batch, as slopes of logarithms.
 *
 * <p>I. Goodfellow, Y. Bengio and A. Courville (2016), Deep Learning, section 10.11.1; for single examples: X. Chen, Z. S.
 * Wu and M. Hong (2020), Understanding gradient clipping in private SGD: a geometric perspective, NeurIPS. A clipping with
 * a memory sees every batch with an empty one. One that acts on single sequences has no bias from B: there cosines to the
 * unclipped gradient count. Takes 16·n bytes, n the weights, for each clipping, threshold and B.
 *
 * @param pool how many validation sequences, a multiple of 320
 */
public record ClipBias(int pool) implements Probe {

    /** This probe in the catalogue. */
    public static final Entry<Probe> ENTRY = new Entry<>(
            "clip-bias",
            "How far the mean of clipped gradients lies from the clipped mean, by the size of a batch.",
            "bias(B) = mean(clip(g_B)) - clip(mean(g_B));  ⟨g, clip g⟩ / ‖g‖²",
            "I. Goodfellow, Y. Bengio and A. Courville (2016). Deep Learning, section 10.11.1. X. Chen, Z. S. Wu and M. "
                    + "Hong (2020). Understanding gradient clipping in private SGD: a geometric perspective. NeurIPS.",
            List.of(Setting.Number.whole(
                    "pool", "how many validation sequences, rounded up to a multiple of 320", 1600, 1, 1_000_000)),
            List.of(),
            settings -> new ClipBias((settings.whole("pool") + 319) / 320 * 320));

    /** Columns of the table of each clipping. */
    public static final List<String> COLUMNS = List.of(
            "units",
            "batch",
            "relative bias",
            "cosine",
            "cosine to gradient",
            "batch cosine least",
            "batch cosine median",
            "inner least",
            "inner median",
            "weight by own norm",
            "weight by largest other norm");

    private static final int BLOCK = 5; // sequences whose gradient is computed at once
    private static final int[] SIZES = {5, 20, 80, 320};
    private static final double[] MULTIPLES = {0.1, 1, 10};

    /** How often an element of a batch's gradient is read or written for one clipping at one threshold. */
    private static final int ELEMENTS = 10;

    @Override
    public Optional<String> refuses(Network network) {
        return Optional.empty();
    }

    @Override
    public long cost(Network network) {
        return cost(network, List.of());
    }

    /**
     * Each clipping that acts inside back-propagation needs gradients of its own for each threshold; and each clips the
     * gradient of every batch.
     */
    @Override
    public long cost(Network network, List<ClippedArm> clippings) {
        double passes = 2.0 * SequenceForwards.GRADIENT + SequenceForwards.EXAMPLE_NORMS;
        for (ClippedArm arm : clippings) {
            for (double multiple : MULTIPLES) {
                GradientSeams seams = arm.at().apply(multiple).seams();
                passes += seams.equals(GradientSeams.NONE) ? 0 : SequenceForwards.GRADIENT;
                passes += seams.perExample() == null ? 0 : SequenceForwards.EXAMPLE_NORMS;
            }
        }
        double setups = clippings.size() * (double) MULTIPLES.length;
        double batches = 0;
        for (int size : SIZES) {
            batches += (double) pool / size;
        }
        double elements = (double) pool / BLOCK * (SIZES.length + 1) + setups * batches * ELEMENTS;
        return new LookCost(network)
                .passes(pool * passes)
                .elements(network.layout().size() * elements)
                .numbers(setups * SIZES.length * pool)
                .forwards();
    }

    @Override
    public Optional<String> refuses(Network network, List<ClippedArm> clippings) {
        return clippings.isEmpty()
                ? Optional.of(
                        "no clipping to look at: no threshold of the plan has a unit, or gradients before training give "
                                + "it no finite size")
                : refuses(network);
    }

    @Override
    public ProbeResult look(Subject subject) {
        return new Pool(subject, pool).measured();
    }

    /** One threshold of a clipping, with the batches of every size. */
    private record Setup(ClippedArm arm, double multiple, Clipping clipping, List<ClippedBatches> bySize) {

        static Setup of(ClippedArm arm, double multiple, int size) {
            Clipping clipping = arm.at().apply(multiple);
            List<ClippedBatches> bySize = new ArrayList<>();
            for (int batch : SIZES) {
                bySize.add(new ClippedBatches(clipping, batch / BLOCK, size));
            }
            return new Setup(arm, multiple, clipping, bySize);
        }
    }

    /** The pass over the pool. */
    private static final class Pool {

        private final Subject subject;
        private final Parameters theta;
        private final int size;
        private final Step step;
        private final TaskObjective objective;
        private final List<Setup> setups = new ArrayList<>();
        private final double[][] sums; // of the unclipped gradients of a batch of every size so far
        private final double[] total; // of all blocks
        private final double[] norms; // of every sequence's own gradient

        Pool(Subject subject, int pool) {
            Network network = subject.network();
            this.subject = subject;
            this.theta = subject.theta().copy();
            this.size = pool;
            this.step =
                    new Step(network.kernels(), subject.randomness().with("probe", "clip-bias"), new Constant(), pool);
            this.objective = new TaskObjective(
                    network, subject.task(), Split.VALIDATION, subject.sequences(), network.newWorkspace(BLOCK));
            this.sums = new double[SIZES.length][theta.size()];
            this.total = new double[theta.size()];
            this.norms = new double[pool];
            for (ClippedArm arm : subject.clippings()) {
                for (double multiple : MULTIPLES) {
                    setups.add(Setup.of(arm, multiple, theta.size()));
                }
            }
        }

        ProbeResult measured() {
            Parameters gradient = new Parameters(theta.layout());
            double[] blockNorms = new double[BLOCK];
            for (int from = 0; from < size; from += BLOCK) {
                objective.bind(from, BLOCK);
                objective.exampleNorms(theta, GradientSeams.NONE, blockNorms);
                System.arraycopy(blockNorms, 0, norms, from, BLOCK);
                for (Setup setup : setups) {
                    if (!setup.clipping.seams().equals(GradientSeams.NONE)) {
                        objective.gradient(theta, setup.clipping.seams(), gradient);
                        setup.bySize.forEach(batches -> batches.takeOwn(gradient));
                    }
                }
                objective.gradient(theta, GradientSeams.NONE, gradient);
                take(from, gradient);
            }
            return result();
        }

        private void take(int from, Parameters gradient) {
            for (int i = 0; i < total.length; i++) {
                total[i] += gradient.data()[i];
            }
            for (int s = 0; s < SIZES.length; s++) {
                for (int i = 0; i < total.length; i++) {
                    sums[s][i] += gradient.data()[i];
                }
                if ((from + BLOCK) % SIZES[s] == 0) {
                    Parameters mean = ClippedBatches.mean(sums[s], SIZES[s] / BLOCK, theta);
                    step.moveTo(from / SIZES[s]);
                    for (Setup setup : setups) {
                        setup.bySize.get(s).take(mean, theta, step);
                    }
                    Arrays.fill(sums[s], 0);
                }
            }
        }

        private ProbeResult result() {
            List<Table> tables = new ArrayList<>();
            for (ClippedArm arm : subject.clippings()) {
                Table.Builder table = new Table.Builder(arm.name(), COLUMNS.toArray(String[]::new));
                setups.stream().filter(setup -> setup.arm == arm).forEach(setup -> addRows(setup, table));
                tables.add(table.build());
            }
            double norm =
                    subject.network().kernels().reductions().norm(ClippedBatches.mean(total, size / BLOCK, theta));
            return new ProbeResult.Measured(Map.of("gradient norm", norm), tables, List.of());
        }

        private void addRows(Setup setup, Table.Builder table) {
            for (int s = 0; s < SIZES.length; s++) {
                ClippedBatches batches = setup.bySize.get(s);
                Line byOwn = new Line();
                Line byOther = new Line();
                addWeights(batches, SIZES[s], setup.clipping, byOwn, byOther);
                table.row(
                        setup.multiple,
                        SIZES[s],
                        batches.relativeBias(theta, step),
                        batches.cosine(theta, step),
                        batches.cosineTo(total),
                        least(batches.cosines()),
                        Spread.of(batches.cosines()).median(),
                        least(batches.inner()),
                        Spread.of(batches.inner()).median(),
                        byOwn.slope(),
                        byOther.slope());
            }
        }

        private static double least(List<Double> values) {
            return values.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
        }

        /** What a clipping of the signal does to an example's weight is not told from its gradient's norm. */
        private void addWeights(ClippedBatches batches, int size, Clipping clipping, Line byOwn, Line byOther) {
            for (int n = 0; n < norms.length && clipping.seams().perStep() == null; n++) {
                double other = 0;
                int first = n / size * size;
                for (int m = first; m < first + size; m++) {
                    other = m == n ? other : Math.max(other, norms[m]);
                }
                double weight = StrictMath.log10(batches.weight(n / size, norms[n]));
                byOwn.add(StrictMath.log10(norms[n]), weight);
                byOther.add(StrictMath.log10(other), weight);
            }
        }
    }
}
