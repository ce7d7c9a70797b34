package org.longspan.optim.secondorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.api.Test;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.random.RandomStream;
import org.longspan.optim.Run;
import org.longspan.optim.SymmetricEigen;

class SaddleFreeNewtonTest {

    /** ½ (a² − b²) at (1, ⅒): Newton's step goes to the saddle (0, 0), this one to (0, ⅕) and on. */
    @Test
    void itLeavesASaddleThatNewtonIsDrawnTo() {
        MatrixOracle saddle = new MatrixOracle(new double[][] {{1, 0}, {0, -1}}, 0, 0);
        Run run = new Run(SaddleFreeNewton.ENTRY.create(Settings.NONE.with("damping", 1e-9)), 1f, 0.1f);
        run.advance(saddle);
        assertThat((double) run.theta.data()[0]).isCloseTo(0, within(1e-5));
        assertThat((double) run.theta.data()[1]).isCloseTo(0.2, within(1e-5));
        run.advance(saddle, 9);
        assertThat((double) run.theta.data()[1]).as("doubled ten times").isCloseTo(102.4, within(0.1));
    }

    /** Along an eigenvector of w the step is −g / (|w| + λ): 6 / (3 + 1) and 6 / (|−2| + 1). */
    @Test
    void dampingShortensAStepAlongEveryEigenvector() {
        MatrixOracle oracle = new MatrixOracle(new double[][] {{3, 0}, {0, -2}}, 2, -3); // g = (−6, −6) at 0
        Run run = new Run(SaddleFreeNewton.ENTRY.create(Settings.NONE.with("damping", 1)), 0f, 0f);
        run.advance(oracle);
        assertThat((double) run.theta.data()[0]).isCloseTo(1.5, within(1e-5));
        assertThat((double) run.theta.data()[1]).isCloseTo(2, within(1e-5));
    }

    @Test
    void withTheWholeSpaceAndNoDampingItIsNewtonOnAConvexQuadratic() {
        MatrixOracle oracle = MatrixOracle.random(10, 30, 8);
        Run run = new Run(SaddleFreeNewton.ENTRY.create(Settings.NONE.with("damping", 1e-9)), new float[10]);
        run.advance(oracle);
        for (int i = 0; i < 10; i++) {
            assertThat((double) run.theta.data()[i]).isCloseTo(oracle.minimum[i], within(1e-3));
        }
        assertThat(run.report.products).isEqualTo(oracle.products).isEqualTo(run.report.iterations);
        assertThat(run.report.gradients).isEqualTo(oracle.gradients).isEqualTo(1);
    }

    @Test
    void fewerDimensionsAreFewerProducts() {
        MatrixOracle oracle = MatrixOracle.random(10, 30, 8);
        Run run = new Run(SaddleFreeNewton.ENTRY.create(Settings.NONE.with("dimensions", 4)), new float[10]);
        assertThat(run.advance(oracle).report.products).isEqualTo(4);
    }

    @Test
    void lanczosFindsTheSpectrumOfAKnownMatrix() {
        int n = 16;
        MatrixOracle oracle = MatrixOracle.random(n, 40, 11); // eigenvalues 40^(i/15)
        Place place = new Place(oracle, new float[n]);
        Lanczos space = new Lanczos(place.memory);
        space.build(place.descent, new Curvature.Hessian(), place.descent.gradient, n);
        assertThat(space.dimension()).isEqualTo(n);
        SymmetricEigen eigen = new SymmetricEigen(n);
        space.fill(eigen);
        eigen.decompose();
        double[] values = new double[n];
        for (int k = 0; k < n; k++) {
            values[k] = eigen.value(k);
        }
        Arrays.sort(values);
        for (int k = 0; k < n; k++) {
            double known = StrictMath.pow(40, k / (n - 1.0));
            assertThat(values[k]).isCloseTo(known, within(1e-4 * known));
        }
    }

    @Test
    void itsBasisIsOrthonormal() {
        MatrixOracle oracle = MatrixOracle.random(16, 1e4, 12);
        Place place = new Place(oracle, new float[16]);
        Lanczos space = new Lanczos(place.memory);
        space.build(place.descent, new Curvature.Hessian(), place.descent.gradient, 12);
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j <= i; j++) {
                assertThat(place.descent.dot(space.basis(i), space.basis(j)))
                        .as("%d, %d", i, j)
                        .isCloseTo(i == j ? 1 : 0, within(1e-6));
            }
        }
    }

    @Test
    void aSpaceThatIsCompleteEndsEarly() {
        MatrixOracle oracle = new MatrixOracle(new double[][] {{2, 0, 0}, {0, 2, 0}, {0, 0, 5}}, 1, 1, 1);
        Place place = new Place(oracle, 0, 0, 0);
        Lanczos space = new Lanczos(place.memory);
        space.build(place.descent, new Curvature.Hessian(), place.descent.gradient, 3);
        assertThat(space.dimension()).as("two different eigenvalues").isEqualTo(2);
    }

    @Test
    void jacobisRotationsGiveWhatCommonsMathGives() {
        int n = 9;
        RandomStream random = new RandomStream(4);
        double[][] rows = new double[n][n];
        SymmetricEigen eigen = new SymmetricEigen(n + 2);
        eigen.begin(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                rows[i][j] = random.normal();
                rows[j][i] = rows[i][j];
                eigen.set(i, j, rows[i][j]);
            }
        }
        eigen.decompose();
        double[] values = new double[n];
        for (int k = 0; k < n; k++) {
            values[k] = eigen.value(k);
            for (int i = 0; i < n; i++) {
                double product = 0;
                for (int j = 0; j < n; j++) {
                    product += rows[i][j] * eigen.vector(j, k);
                }
                assertThat(product).isCloseTo(eigen.value(k) * eigen.vector(i, k), within(1e-13));
            }
        }
        double[] expected = new EigenDecomposition(new Array2DRowRealMatrix(rows)).getRealEigenvalues();
        Arrays.sort(expected);
        Arrays.sort(values);
        assertThat(values).usingComparatorWithPrecision(1e-13).containsExactly(expected);
    }
}
