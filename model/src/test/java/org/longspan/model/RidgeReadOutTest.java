package org.longspan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.task.LossKind;
import org.longspan.task.Split;
import org.longspan.task.Targets;

class RidgeReadOutTest {

    private static final int COUNT = 60;

    private static Case reservoir(LossKind loss, int capacity) {
        return new Case(
                Architecture.of("echo-state", Case.HIDDEN).withLayers(2),
                ToyTask.masked(9, 3, 2, loss),
                COUNT,
                capacity);
    }

    private static Parameters solved(Case c, double lambda) {
        RidgeReadOut ridge = new RidgeReadOut(c.network, c.task, c.workspace);
        ridge.take(c.theta, Split.TRAIN, Case.SEED, Case.FROM, COUNT);
        Parameters theta = c.theta.copy();
        ridge.solve(lambda, theta);
        return theta;
    }

    /** The slow network's states, as weighted rows, with a row √λ for each weight: the oracle regresses on them. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 0.3})
    void itIsTheRegressionOnWeightedRowsOfTheOracle(double lambda) {
        for (LossKind loss : LossKind.values()) {
            Case c = reservoir(loss, 60);
            Parameters theta = solved(c, lambda);
            for (int o = 0; o < 2; o++) {
                double[] expected = regression(c, o, lambda);
                for (int i = 0; i < Case.HIDDEN; i++) {
                    assertThat((double) theta.block("readout.weight").get(i, o)).isCloseTo(expected[i], within(1e-4));
                }
                assertThat((double) theta.block("readout.bias").get(0, o))
                        .isCloseTo(expected[Case.HIDDEN], within(1e-4));
            }
        }
    }

    private static double[] regression(Case c, int output, double lambda) {
        List<double[]> rows = new ArrayList<>();
        List<Double> targets = new ArrayList<>();
        for (int b = 0; b < COUNT; b++) {
            double[][] h = c.slow.hidden(SlowNetwork.doubles(c.theta), c.inputs(b), null)[1];
            for (int t = 0; t < h.length; t++) {
                if (c.batch.isReadOut(t, b)) {
                    double root = Math.sqrt(1.0 / COUNT / c.batch.readOutsOf(b));
                    double[] row = Arrays.copyOf(h[t], Case.HIDDEN + 1);
                    row[Case.HIDDEN] = 1;
                    rows.add(Arrays.stream(row).map(v -> v * root).toArray());
                    targets.add(root * target(c, t, b, output));
                }
            }
        }
        for (int i = 0; i < Case.HIDDEN; i++) {
            double[] row = new double[Case.HIDDEN + 1];
            row[i] = Math.sqrt(lambda);
            rows.add(row);
            targets.add(0.0);
        }
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        regression.setNoIntercept(true);
        regression.newSampleData(targets.stream().mapToDouble(v -> v).toArray(), rows.toArray(double[][]::new));
        return regression.estimateRegressionParameters();
    }

    private static double target(Case c, int t, int b, int output) {
        int at = t * c.batch.capacity() + b;
        return c.batch.targets() instanceof Targets.Classes classes
                ? classes.classes()[at] == output ? 1 : 0
                : ((Targets.Real) c.batch.targets()).values()[at * 2 + output];
    }

    /** With O outputs the loss has a factor 1/O: its slope is -2λ/O V in V, and 0 in b. */
    @Test
    void theLossCannotBeMadeLessWithoutMakingTheWeightsLonger() {
        double lambda = 0.01;
        Case c = reservoir(LossKind.SQUARED_ERROR, 7);
        Parameters theta = solved(c, lambda);
        Parameters gradient = new Parameters(theta.layout());
        double loss = c.objective.gradient(theta, GradientSeams.NONE, gradient);

        assertThat(loss).isLessThan(c.objective.loss(c.theta));
        for (int o = 0; o < 2; o++) {
            assertThat(gradient.block("readout.bias").get(0, o)).isCloseTo(0f, within(1e-6f));
            for (int i = 0; i < Case.HIDDEN; i++) {
                float expected = (float) -lambda * theta.block("readout.weight").get(i, o);
                assertThat(gradient.block("readout.weight").get(i, o)).isCloseTo(expected, within(1e-6f));
            }
        }
    }

    @Test
    void chunksChangeNoBit() {
        assertThat(solved(reservoir(LossKind.SQUARED_ERROR, 7), 0.01).data())
                .isEqualTo(solved(reservoir(LossKind.SQUARED_ERROR, 60), 0.01).data());
    }

    @Test
    void aCellThatTrainsAndARidgeThatIsNoneAreRefused() {
        Case trained = Case.of("tanh-rnn", 1, LossKind.SQUARED_ERROR);
        Case c = reservoir(LossKind.SQUARED_ERROR, 7);
        RidgeReadOut ridge = new RidgeReadOut(c.network, c.task, c.workspace);

        assertThat(RidgeReadOut.refuses(c.network)).isEmpty();
        assertThatThrownBy(() -> new RidgeReadOut(trained.network, trained.task, trained.workspace))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a read-out in closed form: block layer0.input is trained too, expected nothing but the "
                        + "read-out");
        assertThatThrownBy(() -> ridge.solve(1, c.theta)).hasMessageContaining("over 0 sequences");
        ridge.take(c.theta, Split.TRAIN, 0, 0, 2);
        for (double lambda : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> ridge.solve(lambda, c.theta))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a ridge of " + lambda);
        }
    }
}
