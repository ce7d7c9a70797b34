package org.longspan.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.model.Architecture;
import org.longspan.model.Network;
import org.longspan.model.TaskObjective;
import org.longspan.model.initialization.SquareMaps;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;
import org.longspan.task.Split;

/** Every probe against slow computations in double. */
class ProbesTest {

    private static final int HIDDEN = 8;

    static Subject subject(String cell, NoiseTask task) {
        Network network = new Network(Architecture.of(cell, HIDDEN), task.description(), PlainKernels.create());
        return new Subject(network, network.initialize(Seed.root(5)), task, 3, Seed.root(11), List.of());
    }

    private static ProbeResult.Measured measured(String name, Settings settings, Subject subject) {
        return (ProbeResult.Measured) Probes.named(name).create(settings).ask(subject);
    }

    private static double log(double v) {
        return StrictMath.log10(v);
    }

    private static double norm(double[] v) {
        return Math.sqrt(SlowRnn.dot(v, v));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanh-rnn", "linear-rnn"})
    void signalsByLagAreThoseOfTheWrittenOutJacobians(String cell) {
        Subject subject = subject(cell, new NoiseTask(20, 3, 2));
        SlowRnn slow = new SlowRnn(subject);
        ProbeResult.Measured result = measured("signal-by-lag", Settings.NONE.with("sequences", 41), subject);
        SimpleRegression line = new SimpleRegression();
        for (int lag = 0; lag <= slow.steps(); lag++) {
            double[] logs = new double[41];
            for (int n = 0; n < logs.length; n++) {
                logs[n] = log(norm(slow.path(n).signal(lag)));
            }
            Percentile quartiles = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
            assertThat(result.table("signal").column("lag")[lag]).isEqualTo(lag);
            assertThat(result.table("signal").column("samples")[lag]).isEqualTo(41);
            for (String column : List.of("lower", "median", "upper")) {
                double share = column.equals("lower") ? 25 : column.equals("median") ? 50 : 75;
                double expected = quartiles.evaluate(logs, share);
                assertThat(result.table("signal").column(column)[lag]).isCloseTo(expected, within(1e-6));
            }
            if (lag > 0) {
                line.addData(lag, quartiles.evaluate(logs, 50));
            }
        }
        assertThat(result.numbers().get("signal slope")).isCloseTo(line.getSlope(), within(1e-6));
        assertThat(result.table("signal layer0.h").columns())
                .isEqualTo(result.table("signal").columns());
    }

    /** ‖J_kᵀ v‖ over many v has the median of that of a dense sample of the written-out J_k. */
    @Test
    void theJacobianOfALinearNetworkFadesAsThePowersOfItsMatrix() {
        Subject subject = subject("linear-rnn", new NoiseTask(40, 3, 2));
        SlowRnn slow = new SlowRnn(subject);
        ProbeResult.Measured result =
                measured("signal-by-lag", Settings.NONE.with("sequences", 20).with("directions", 20), subject);
        RandomStream stream = Seed.root(1).stream();
        SlowRnn.Path path = slow.path(0);
        for (int lag : new int[] {1, 5, 20}) {
            double[] logs = new double[400];
            for (int i = 0; i < logs.length; i++) {
                double[] v = new double[HIDDEN];
                Arrays.setAll(v, j -> stream.normal());
                logs[i] = log(norm(path.back(lag, v)) / norm(v));
            }
            assertThat(result.table("jacobian").column("median")[lag])
                    .isCloseTo(new Percentile().evaluate(logs), within(0.1));
        }
        double radius = SquareMaps.spectralRadius(new Array2DRowRealMatrix(slow.u));
        assertThat(result.numbers().get("jacobian slope")).isCloseTo(log(radius), within(0.03));
    }

    @Test
    void theHorizonIsTheFirstLagAtAThousandthOfTheSecond() {
        ByLag sizes = new ByLag(6);
        double[] given = {1e3, 1, 0.1, 0.0011, 0.001, 1};
        for (int lag = 0; lag < given.length; lag++) {
            sizes.add(lag, given[lag]);
        }

        assertThat(sizes.horizon()).isEqualTo(4);
        assertThat(new ByLag(3).horizon()).isNaN();
    }

    @Test
    void whatIsUnderTheFloorIsNoNumberAndBendsNoSlope() {
        ByLag sizes = new ByLag(5);
        double[] given = {1, 1e-2, 1e-4, 0, 0};
        for (int lag = 0; lag < given.length; lag++) {
            sizes.add(lag, given[lag]);
        }

        assertThat(sizes.slope()).isEqualTo(-2);
        assertThat(sizes.horizon()).isEqualTo(3);
        assertThat(sizes.table("t").column("median")[3]).isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanh-rnn", "linear-rnn"})
    void curvaturesByLagAreDifferencesOfTheWrittenOutSignals(String cell) {
        Subject subject = subject(cell, new NoiseTask(20, 3, 2));
        SlowRnn slow = new SlowRnn(subject);
        ProbeResult.Measured result = measured("curvature-by-lag", Settings.NONE.with("sequences", 5), subject);
        Table table = result.table("curvature");
        double[] lags = table.column("lag");
        assertThat(lags).startsWith(1, 2).endsWith(19).hasSizeBetween(10, 16);
        for (int i = 0; i < lags.length; i++) {
            int lag = (int) lags[i];
            double[] signals = new double[5];
            double[] hessians = new double[5];
            double[] forms = new double[5];
            int negative = 0;
            for (int n = 0; n < 5; n++) {
                double[] g = slow.path(n).signal(lag);
                double[] direction = Arrays.stream(g).map(x -> x / norm(g)).toArray();
                double hessian = slow.hessianForm(n, lag, direction);
                signals[n] = log(norm(g));
                hessians[n] = log(Math.abs(hessian));
                forms[n] = log(slow.path(n).form(lag, direction));
                negative += hessian < 0 ? 1 : 0;
            }
            assertThat(table.column("signal")[i]).isCloseTo(Spread.median(signals), within(1e-6));
            assertThat(table.column("hessian")[i]).isCloseTo(Spread.median(hessians), within(1e-4));
            assertThat(table.column("gauss-newton")[i]).isCloseTo(Spread.median(forms), within(1e-5));
            assertThat(table.column("share negative")[i]).isEqualTo(negative / 5.0);
        }
    }

    /** φ of a linear network is a parabola: H_k = G_k, and of one sequence with one output κ = ‖g‖²/(2ℓ) at all lags. */
    @Test
    void theCurvatureOfALinearNetworkVanishesTwiceAsFastAsItsSlope() {
        Subject subject = subject("linear-rnn", new NoiseTask(80, 3, 1));
        ProbeResult.Measured result = measured("curvature-by-lag", Settings.NONE.with("sequences", 1), subject);

        assertThat(result.numbers().get("signal span")).isGreaterThan(3);
        assertThat(result.numbers().get("exponent hessian")).isCloseTo(2, within(1e-4));
        assertThat(result.numbers().get("exponent gauss-newton")).isCloseTo(2, within(1e-4));
        assertThat(result.table("norm").column("lag")).hasSize(4);
    }

    @Test
    void aCellWithoutSecondDerivativesGivesGaussNewtonAloneAndSaysSo() {
        Subject subject = subject("orthogonal-rnn", new NoiseTask(20, 3, 2));
        ProbeResult.Measured result = measured("curvature-by-lag", Settings.NONE, subject);

        assertThat(result.notes())
                .containsExactly("no products with the Hessian through cell orthogonal-rnn: it does not give the"
                        + " tangent of its backward pass");
        assertThat(result.table("curvature").column("hessian")).containsOnly(Double.NaN);
        assertThat(result.table("curvature").column("gauss-newton")).doesNotContain(Double.NaN);
        assertThat(result.table("norm").column("lag")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanh-rnn", "linear-rnn"})
    void theLyapunovExponentIsThatOfTheQrOfTheWrittenOutJacobians(String cell) {
        Subject subject = subject(cell, new NoiseTask(400, 3, 2));
        SlowRnn slow = new SlowRnn(subject);
        ProbeResult.Measured result = measured("lyapunov", Settings.NONE.with("sequences", 3), subject);
        for (int n = 0; n < 3; n++) {
            SlowRnn.Path path = slow.path(n);
            RealMatrix q = new Array2DRowRealMatrix(identity());
            double sum = 0;
            for (int t = 1; t <= slow.steps(); t++) {
                QRDecomposition qr = new QRDecomposition(
                        new Array2DRowRealMatrix(path.jacobian(t)).transpose().multiply(q));
                q = qr.getQ();
                sum += t > 100 ? StrictMath.log(Math.abs(qr.getR().getEntry(0, 0))) : 0;
            }
            assertThat(result.table("exponents").column("exponent")[n]).isCloseTo(sum / 300, within(0.005));
        }
        double radius = SquareMaps.spectralRadius(new Array2DRowRealMatrix(slow.u));
        if (cell.equals("linear-rnn")) {
            assertThat(result.numbers().get("exponent")).isCloseTo(StrictMath.log(radius), within(0.005));
        }
        assertThat(result.table("matrices").column("spectral radius")).containsExactly(radius);
    }

    private static double[][] identity() {
        double[][] identity = new double[HIDDEN][HIDDEN];
        for (int i = 0; i < HIDDEN; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    @Test
    void lanczosFindsTheEigenvaluesOfEveryRowsMatrix() {
        int n = 12;
        RealMatrix[] matrices = new RealMatrix[3];
        RandomStream stream = Seed.root(7).stream();
        for (int row = 0; row < matrices.length; row++) {
            matrices[row] = new Array2DRowRealMatrix(n, n);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    double draw = stream.normal();
                    matrices[row].setEntry(i, j, draw);
                    matrices[row].setEntry(j, i, draw);
                }
            }
        }
        Matrix start = Matrix.zeros(3, n);
        Rows.drawDirections(start.rows(0, 2), stream); // the last row has no direction
        Lanczos.Spectrum[] spectra = Lanczos.spectra(start, n, (v, product) -> {
            for (int row = 0; row < 3; row++) {
                double[] x = new double[n];
                for (int j = 0; j < n; j++) {
                    x[j] = v.get(row, j);
                }
                double[] y = matrices[row].operate(x);
                for (int j = 0; j < n; j++) {
                    product.set(row, j, (float) y[j]);
                }
            }
        });

        for (int row = 0; row < 2; row++) {
            double[] expected = new EigenDecomposition(matrices[row]).getRealEigenvalues();
            assertThat(spectra[row].values()).containsExactly(expected, within(1e-5));
            assertThat(Arrays.stream(spectra[row].weights()).sum()).isCloseTo(1, within(1e-9));
        }
        assertThat(spectra[2].values()).isEmpty();
        assertThat(spectra[2].norm()).isZero();
    }

    /** The whole Hessian, column by column, against as many products of Lanczos's process as it has columns. */
    @Test
    void negativeCurvatureIsThatOfTheDenseHessian() {
        NoiseTask task = new NoiseTask(6, 2, 1);
        Network network = new Network(Architecture.of("tanh-rnn", 3), task.description(), PlainKernels.create());
        Parameters theta = network.initialize(Seed.root(5));
        Subject subject = new Subject(network, theta, task, 3, Seed.root(11), List.of());
        TaskObjective objective =
                new TaskObjective(network, task, Split.VALIDATION, 3, network.newWorkspace(10)).bind(0, 10);
        int n = theta.size();
        RealMatrix hessian = new Array2DRowRealMatrix(n, n);
        Parameters product = new Parameters(network.layout());
        objective.gradient(theta, GradientSeams.NONE, product);
        for (int i = 0; i < n; i++) {
            Parameters axis = new Parameters(network.layout());
            axis.data()[i] = 1;
            objective.curvature(axis, new Curvature.Hessian(), product);
            for (int j = 0; j < n; j++) {
                hessian.setEntry(i, j, product.data()[j]);
            }
        }
        double[] eigenvalues =
                new EigenDecomposition(hessian.add(hessian.transpose()).scalarMultiply(0.5)).getRealEigenvalues();
        ProbeResult.Measured result = measured(
                "negative-curvature", Settings.NONE.with("sequences", 10).with("products", 20), subject);

        assertThat(result.numbers().get("greatest")).isCloseTo(eigenvalues[0], within(1e-4 * eigenvalues[0]));
        assertThat(result.numbers().get("least")).isCloseTo(eigenvalues[n - 1], within(1e-3 * eigenvalues[0]));
        assertThat(result.numbers().get("share negative")).isStrictlyBetween(0.0, 1.0);
        assertThat(result.numbers().get("loss")).isEqualTo(objective.loss(theta));
    }

    @Test
    void aThetaThatIsNotFiniteIsSkippedOrLeavesNoNumbers() {
        Subject subject = subject("tanh-rnn", new NoiseTask(6, 2, 1));
        Arrays.fill(subject.theta().data(), Float.NaN);

        assertThat(new NegativeCurvature(5, 5).ask(subject))
                .isEqualTo(new ProbeResult.Skipped("no Hessian where the loss or a derivative is not finite"));
        ProbeResult.Measured signals = measured("signal-by-lag", Settings.NONE, subject);
        assertThat(signals.table("signal").column("median")).containsOnly(Double.NaN);
    }

    @Test
    void quartilesAreThoseOfType7() {
        RandomStream stream = Seed.root(3).stream();
        Percentile reference = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
        for (int n = 1; n < 12; n++) {
            List<Double> sample = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                sample.add(stream.normal());
            }
            double[] values = sample.stream().mapToDouble(Double::doubleValue).toArray();
            assertThat(Spread.of(sample).lower()).isCloseTo(reference.evaluate(values, 25), within(1e-12));
            assertThat(Spread.of(sample).upper()).isCloseTo(reference.evaluate(values, 75), within(1e-12));
        }
        assertThat(Spread.of(List.of()).median()).isNaN();
    }

    @Test
    void anUnknownProbeIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Probes.named("horizon"))
                .hasMessage("unknown probe horizon; known: signal-by-lag, curvature-by-lag, lyapunov,"
                        + " clip-bias, negative-curvature");
        assertThat(ProbeResult.Skipped.neverCame("update 5000").reason())
                .isEqualTo("update 5000 never came: the run ended before");
    }
}
