package org.longspan.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.longspan.probes.ProbeErrors.hold;
import static org.longspan.probes.ProbeErrors.relativeOfLogs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.model.Architecture;
import org.longspan.model.Network;
import org.longspan.model.initialization.SquareMaps;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;

/** Every probe against slow computations in double. */
@ExtendWith(ProbeErrors.class)
class ProbesTest {

    private static final int HIDDEN = 8;
    private static final String CURVATURE = "curvature-by-lag";

    static Subject subject(String cell, NoiseTask task) {
        Network network = new Network(Architecture.of(cell, HIDDEN), task.description(), PlainKernels.create());
        return new Subject(network, network.initialize(Seed.root(5)), task, 3, Seed.root(11), List.of());
    }

    static ProbeResult.Measured measured(String name, Settings settings, Subject subject) {
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
                double found = result.table("signal").column(column)[lag];
                hold(
                        "signal-by-lag",
                        "quartiles of ‖δ_k‖, written-out Jacobians",
                        cell,
                        relativeOfLogs(found, expected),
                        2e-6);
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
        double slope = result.numbers().get("jacobian slope");
        hold("signal-by-lag", "slope of ‖J_kᵀ v‖, log₁₀ ρ(U)", "linear-rnn", Math.abs(slope - log(radius)), 0.03);
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
            String against = ", written-out Jacobians";
            String differences = ", differences of written-out Jacobians";
            hold(
                    CURVATURE,
                    "‖g‖" + against,
                    cell,
                    relativeOfLogs(table.column("signal")[i], Spread.median(signals)),
                    2e-6);
            hold(
                    CURVATURE,
                    "κᴴ" + differences,
                    cell,
                    relativeOfLogs(table.column("hessian")[i], Spread.median(hessians)),
                    2e-4);
            hold(
                    CURVATURE,
                    "κᴳ" + against,
                    cell,
                    relativeOfLogs(table.column("gauss-newton")[i], Spread.median(forms)),
                    2e-5);
            assertThat(table.column("share negative")[i]).isEqualTo(negative / 5.0);
        }
    }

    /** φ of a linear network is a parabola: H_k = G_k, and of one sequence with one output κ = ‖g‖²/(2ℓ) at all lags. */
    @Test
    void theCurvatureOfALinearNetworkVanishesTwiceAsFastAsItsSlope() {
        Subject subject = subject("linear-rnn", new NoiseTask(80, 3, 1));
        ProbeResult.Measured result = measured("curvature-by-lag", Settings.NONE.with("sequences", 1), subject);

        assertThat(result.numbers().get("signal span")).isGreaterThan(3);
        for (String matrix : List.of("hessian", "gauss-newton")) {
            double beta = result.numbers().get("exponent " + matrix);
            hold(CURVATURE, "β of " + matrix + ", 2", "linear-rnn", Math.abs(beta - 2), 1e-4);
        }
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
            double found = result.table("exponents").column("exponent")[n];
            hold("lyapunov", "exponent, QR of written-out Jacobians", cell, Math.abs(found - sum / 300), 0.005);
        }
        double radius = SquareMaps.spectralRadius(new Array2DRowRealMatrix(slow.u));
        if (cell.equals("linear-rnn")) {
            double found = result.numbers().get("exponent");
            hold("lyapunov", "exponent, log ρ(U)", cell, Math.abs(found - StrictMath.log(radius)), 0.005);
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
    }
}
