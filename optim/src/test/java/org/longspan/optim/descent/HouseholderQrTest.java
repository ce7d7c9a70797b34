package org.longspan.optim.descent;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.numerics.random.RandomStream;

class HouseholderQrTest {

    private final RandomStream random = new RandomStream(5);
    private final Kernels kernels = KernelChoice.best("auto").kernels();

    /** Draws unit columns, of which those from {@code rank} on repeat earlier ones or are zero in turn. */
    private RealMatrix columns(int n, int rank) {
        RealMatrix a = new Array2DRowRealMatrix(n, n);
        for (int k = 0; k < rank; k++) {
            double[] column = new double[n];
            for (int i = 0; i < n; i++) {
                column[i] = random.normal();
            }
            a.setColumnVector(k, MatrixUtils.createRealVector(column).unitVector());
        }
        for (int k = rank; k < n; k += 2) {
            a.setColumn(k, a.getColumn(k - rank));
        }
        return a;
    }

    private RealMatrix decomposed(RealMatrix a) {
        int n = a.getRowDimension();
        HouseholderQr qr = new HouseholderQr(n);
        Matrix q = Matrix.zeros(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                qr.a.set(i, j, (float) a.getEntry(i, j));
            }
        }
        qr.decompose(q, kernels);
        RealMatrix out = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                out.setEntry(i, j, q.get(i, j));
            }
        }
        return out;
    }

    private static void assertOrthonormal(RealMatrix q) {
        int n = q.getRowDimension();
        RealMatrix error = q.transpose().multiply(q).subtract(MatrixUtils.createRealIdentityMatrix(n));
        assertThat(error.getNorm()).isLessThan(2 * n * Math.ulp(1f));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 17, 32, 50, 128})
    void theFactorIsThatOfALibraryUpToSigns(int n) {
        RealMatrix identity = MatrixUtils.createRealIdentityMatrix(n);
        RealMatrix a = identity.scalarMultiply(2).add(columns(n, n)); // well conditioned
        for (int k = 0; k < n; k++) {
            a.setColumnVector(k, a.getColumnVector(k).unitVector());
        }
        RealMatrix q = decomposed(a);
        assertOrthonormal(q);
        RealMatrix products = new QRDecomposition(a).getQ().transpose().multiply(q);
        for (int k = 0; k < n; k++) {
            products.setEntry(k, k, Math.abs(products.getEntry(k, k)));
        }
        assertThat(products.subtract(identity).getNorm()).isLessThan(1e-4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 9, 16})
    void theFactorIsOrthonormalAndSpansTheColumnsWhateverTheirRank(int rank) {
        RealMatrix a = columns(17, rank);
        RealMatrix q = decomposed(a);
        assertOrthonormal(q);
        RealMatrix r = q.transpose().multiply(a);
        for (int i = 0; i < 17; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(r.getEntry(i, j)).as("R(%s, %s)", i, j).isBetween(-1e-6, 1e-6);
            }
        }
    }
}
