package org.longspan.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.model.Architecture;
import org.longspan.model.Network;
import org.longspan.model.TaskObjective;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.random.Seed;
import org.longspan.optim.clip.Clippings;
import org.longspan.task.Split;

/** The bias of clipping against gradients of single sequences, averaged and clipped by hand in double. */
@ExtendWith(ProbeErrors.class)
class ClipBiasTest {

    private static final int POOL = 640;
    private static final double UNIT = 0.3;

    private static Subject subject(String... clippings) {
        NoiseTask task = new NoiseTask(5, 2, 1);
        Network network = new Network(Architecture.of("tanh-rnn", 4), task.description(), PlainKernels.create());
        return new Subject(
                network,
                network.initialize(Seed.root(5)),
                task,
                3,
                Seed.root(11),
                Arrays.stream(clippings).map(ClipBiasTest::arm).toList());
    }

    private static ClippedArm arm(String name) {
        return new ClippedArm(
                name,
                multiple -> Clippings.named(name)
                        .create(Settings.NONE.with("threshold", multiple))
                        .at(UNIT));
    }

    private static double[][] gradients(Subject subject) {
        TaskObjective objective = new TaskObjective(
                subject.network(),
                subject.task(),
                Split.VALIDATION,
                3,
                subject.network().newWorkspace(1));
        double[][] gradients = new double[POOL][];
        Parameters gradient = new Parameters(subject.network().layout());
        for (int n = 0; n < POOL; n++) {
            objective.bind(n, 1).gradient(subject.theta(), GradientSeams.NONE, gradient);
            gradients[n] = Doubles.of(gradient);
        }
        return gradients;
    }

    private static double[] mean(double[][] rows) {
        double[] mean = new double[rows[0].length];
        for (double[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i] / rows.length;
            }
        }
        return mean;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    private static double[] scaled(double factor, double[] v) {
        return Arrays.stream(v).map(x -> factor * x).toArray();
    }

    private static UnaryOperator<double[]> clip(String name, double threshold) {
        return name.equals("value")
                ? g -> Arrays.stream(g)
                        .map(x -> Math.max(-threshold, Math.min(threshold, x)))
                        .toArray()
                : g -> scaled(Math.min(1, threshold / norm(g)), g);
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        Arrays.setAll(difference, i -> a[i] - b[i]);
        return difference;
    }

    private static ProbeResult.Measured measured(Subject subject) {
        return (ProbeResult.Measured) new ClipBias(POOL).ask(subject);
    }

    @ParameterizedTest
    @CsvSource({"value", "global-norm"})
    void biasesAndAnglesAreThoseOfTheGradientsByHand(String name) {
        Subject subject = subject(name);
        double[][] gradients = gradients(subject);
        Table table = measured(subject).table(name);
        assertThat(table.column("units")).hasSize(12);
        for (int row = 0; row < 12; row++) {
            int size = (int) table.column("batch")[row];
            UnaryOperator<double[]> clip = clip(name, UNIT * table.column("units")[row]);
            double[][] batches = new double[POOL / size][];
            Arrays.setAll(batches, j -> mean(Arrays.copyOfRange(gradients, j * size, (j + 1) * size)));
            double[][] clipped = Arrays.stream(batches).map(clip).toArray(double[][]::new);
            double[] target = clip.apply(mean(batches));
            double product = dot(bias(batches, clip, 0), bias(batches, clip, 1));
            double least = Double.POSITIVE_INFINITY;
            for (int j = 0; j < batches.length; j++) {
                least = Math.min(least, dot(batches[j], clipped[j]) / dot(batches[j], batches[j]));
            }

            double bias = Math.sqrt(Math.max(0, product)) / norm(target);
            double cosine = dot(mean(clipped), target) / norm(mean(clipped)) / norm(target);
            hold(name, "relative bias", table.column("relative bias")[row] - bias, 2e-4);
            hold(name, "cosine", table.column("cosine")[row] - cosine, 1e-5);
            hold(name, "least ⟨g, clip g⟩/‖g‖²", table.column("inner least")[row] - least, 1e-5);
        }
    }

    private static void hold(String clipping, String what, double difference, double bound) {
        String against = what + " of " + clipping + ", gradients clipped by hand";
        ProbeErrors.hold("clip-bias", against, "tanh-rnn", Math.abs(difference), bound);
    }

    private static double[] bias(double[][] batches, UnaryOperator<double[]> clip, int half) {
        double[][] own = new double[(batches.length + 1 - half) / 2][];
        Arrays.setAll(own, j -> batches[2 * j + half]);
        double[][] clipped = Arrays.stream(own).map(clip).toArray(double[][]::new);
        return minus(mean(clipped), clip.apply(mean(own)));
    }

    @Test
    void theJointNormKeepsTheDirectionAndElementsDoNot() {
        ProbeResult.Measured result = measured(subject("global-norm", "value"));

        assertThat(result.table("global-norm").columns().get("batch cosine least"))
                .allSatisfy(cosine -> assertThat(cosine).isCloseTo(1, within(1e-6)));
        assertThat(result.table("value").column("batch cosine least")[0]).isLessThan(0.999);
        assertThat(result.table("value").columns().get("inner least"))
                .allSatisfy(inner -> assertThat(inner).isPositive());
    }

    @Test
    void anExampleUnderItsOwnNormWeighsItsThresholdOverIt() {
        Subject subject = subject("example-norm");
        double[][] gradients = gradients(subject);
        Table table = measured(subject).table("example-norm");
        SimpleRegression line = new SimpleRegression();
        for (double[] gradient : gradients) {
            double weight = Math.min(1, UNIT / norm(gradient));
            line.addData(StrictMath.log10(norm(gradient)), StrictMath.log10(weight));
        }

        for (int row = 4; row < 8; row++) { // one unit
            assertThat(table.column("weight by own norm")[row]).isCloseTo(line.getSlope(), within(1e-5));
            assertThat(table.column("relative bias")[row]).isCloseTo(0, within(1e-6));
        }
    }

    @Test
    void itCostsMoreForClippingsInsideBackPropagation() {
        Network network = subject().network();
        ClipBias probe = new ClipBias(POOL);
        long outside = probe.cost(network, subject("value", "global-norm").clippings());
        long inside = probe.cost(network, subject("value", "example-norm").clippings());

        assertThat(outside).isGreaterThan(probe.cost(network));
        assertThat(inside - outside).isBetween(POOL * 3 * 4L - 1, POOL * 3 * 4L + 1); // gradients and norms of its own
    }

    @Test
    void aPlanWithoutClippingsHasNoBias() {
        assertThat(new ClipBias(POOL).ask(subject()))
                .isEqualTo(new ProbeResult.Skipped(
                        "no clipping to look at: no threshold of the plan has a unit, or gradients before training give "
                                + "it no finite size"));
        assertThat(((ClipBias) Probes.named("clip-bias").create(Settings.NONE.with("pool", 700))).pool())
                .isEqualTo(960);
        assertThat(List.of(Probes.named("clip-bias").create(Settings.NONE))).containsExactly(new ClipBias(1600));
    }
}
