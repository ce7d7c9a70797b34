package org.longspan.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.longspan.probes.ProbeErrors.hold;
import static org.longspan.probes.ProbeErrors.relative;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.model.Architecture;
import org.longspan.model.Network;
import org.longspan.model.TaskObjective;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;
import org.longspan.task.Split;

/** Lanczos's process, and the Hessian in θ that it is given, against dense decompositions. */
@ExtendWith(ProbeErrors.class)
class NegativeCurvatureTest {

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
            assertThat(spectra[row].values()).hasSize(n);
            for (int i = 0; i < n; i++) {
                double found = spectra[row].values()[i];
                hold(
                        "both curvatures",
                        "Lanczos's values, a dense eigensolver",
                        "",
                        Math.abs(found - expected[i]) / expected[0],
                        1e-6);
            }
            assertThat(Arrays.stream(spectra[row].weights()).sum()).isCloseTo(1, within(1e-9));
        }
        assertThat(spectra[2].values()).isEmpty();
        assertThat(spectra[2].norm()).isZero();
    }

    static Stream<String> smoothCells() {
        return org.longspan.model.cell.Cells.all().stream()
                .map(Entry::name)
                .filter(cell -> Cells.refusesHessian(
                                ProbesTest.subject(cell, new NoiseTask(6, 2, 1)).network())
                        .isEmpty());
    }

    /** The whole Hessian, column by column, against as many products of Lanczos's process as it has columns. */
    @ParameterizedTest
    @MethodSource("smoothCells")
    void negativeCurvatureIsThatOfTheDenseHessian(String cell) {
        NoiseTask task = new NoiseTask(6, 2, 1);
        Network network = new Network(Architecture.of(cell, 3), task.description(), PlainKernels.create());
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
        ProbeResult.Measured result = ProbesTest.measured(
                "negative-curvature", Settings.NONE.with("sequences", 10).with("products", n), subject);

        double greatest = relative(result.numbers().get("greatest"), eigenvalues[0]);
        double least = Math.abs(result.numbers().get("least") - eigenvalues[n - 1]) / eigenvalues[0];
        hold("negative-curvature", "greatest eigenvalue, the dense Hessian", cell, greatest, 1e-4);
        hold("negative-curvature", "least eigenvalue over the greatest, the dense Hessian", cell, least, 1e-3);
        if (eigenvalues[n - 1] < -1e-4 * eigenvalues[0]) {
            assertThat(result.numbers().get("share negative")).isStrictlyBetween(0.0, 1.0);
        }
        assertThat(result.numbers().get("loss")).isEqualTo(objective.loss(theta));
    }

    @Test
    void aValueNearZeroHardlyCountsAsNegativeCurvature() {
        Lanczos.Spectrum spectrum = new Lanczos.Spectrum(new double[] {4, -1e-6}, new double[] {0.25, 0.75});

        assertThat(spectrum.weightBelowZero()).isEqualTo(0.75);
        assertThat(spectrum.curvatureBelowZero()).isCloseTo(0.75e-6, within(1e-11));
    }
}
