package org.longspan.probes;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.longspan.numerics.Matrix;

/**
 * Lanczos's process for several symmetric matrices at once, one for each row of a product: an orthonormal basis Q of each
 * Krylov space, in which the matrix A is the tridiagonal T = QᵀAQ. The eigenvalues of T are the Ritz values; the extreme
 * ones are near the extreme eigenvalues of A, and their weights, the squared first components of T's eigenvectors, share
 * out the spectrum as the start sees it.
 *
 * <p>Every new vector is orthogonalized against all before it, twice. G. H. Golub and C. F. Van Loan (2013), Matrix
 * Computations, sections 10.1 and 10.3; the weights: G. H. Golub and G. Meurant (2010), Matrices, Moments and Quadrature
 * with Applications, section 6.2.
 */
final class Lanczos {

    /** A vector that is left this small, in the scale of A, is rounding: the space is complete. */
    private static final double NEGLIGIBLE = 1e-5;

    private final List<Matrix> basis = new ArrayList<>();
    private final double[][] diagonal; // (rows, products), the α of each
    private final double[][] beside; // (rows, products), the β
    private final int[] dimension; // (rows), of the space so far
    private final double[] scale; // (rows), the greatest norm of a product

    /** Multiplies every row of {@code v} by its matrix. */
    interface Product {
        void times(Matrix v, Matrix product);
    }

    /**
     * Ritz values with their weights, which add up to 1; both empty for a start of 0 or a product that is not finite.
     *
     * @param values in descending order
     * @param weights of each
     */
    record Spectrum(double[] values, double[] weights) {

        /** Returns the greatest magnitude of a Ritz value, or 0. */
        double norm() {
            double greatest = 0;
            for (double value : values) {
                greatest = Math.max(greatest, Math.abs(value));
            }
            return greatest;
        }

        /** Returns the weight of the values under 0. */
        double weightBelowZero() {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[i] < 0 ? weights[i] : 0;
            }
            return sum;
        }

        /**
         * Returns Σ w|λ| over the values under 0, divided by Σ w|λ| over all. A value near 0, whose sign is chance, counts
         * little here however great its weight is.
         */
        double curvatureBelowZero() {
            double below = 0;
            double all = 0;
            for (int i = 0; i < values.length; i++) {
                double curvature = weights[i] * Math.abs(values[i]);
                all += curvature;
                below += values[i] < 0 ? curvature : 0;
            }
            return below / all;
        }
    }

    private Lanczos(int rows, int most) {
        this.diagonal = new double[rows][most];
        this.beside = new double[rows][most];
        this.dimension = new int[rows];
        this.scale = new double[rows];
    }

    /**
     * Returns the spectrum of every row's matrix as at most {@code most} products from {@code start} show it.
     *
     * @param start any vectors, one a row
     */
    static Spectrum[] spectra(Matrix start, int most, Product product) {
        Lanczos process = new Lanczos(start.rows(), most);
        process.run(start, most, product);
        Spectrum[] spectra = new Spectrum[start.rows()];
        for (int row = 0; row < spectra.length; row++) {
            spectra[row] = process.spectrum(row);
        }
        return spectra;
    }

    private void run(Matrix start, int most, Product product) {
        Matrix next = Matrix.zeros(start.rows(), start.columns());
        for (int row = 0; row < start.rows(); row++) {
            Rows.direction(start, row, next);
        }
        for (int j = 0; j < most; j++) {
            Matrix q = next;
            basis.add(q);
            next = Matrix.zeros(start.rows(), start.columns());
            product.times(q, next);
            for (int row = 0; row < start.rows(); row++) {
                extend(row, j, q, next);
            }
        }
    }

    /** Takes in the product of a row's newest vector, and leaves the direction of what is new in it. */
    private void extend(int row, int j, Matrix q, Matrix next) {
        if (dimension[row] < j || Rows.norm(q, row) == 0) {
            Rows.clear(next, row);
            return;
        }
        scale[row] = Math.max(scale[row], Rows.norm(next, row)); // NaN stays NaN
        diagonal[row][j] = Rows.dot(q, next, row);
        dimension[row] = j + 1;
        orthogonalize(row, next);
        orthogonalize(row, next);
        double left = Rows.direction(next, row, next);
        beside[row][j] = left;
        if (!(left > NEGLIGIBLE * scale[row])) {
            Rows.clear(next, row);
        }
    }

    private void orthogonalize(int row, Matrix next) {
        for (Matrix q : basis) {
            double share = Rows.dot(q, next, row);
            for (int c = 0; c < next.columns(); c++) {
                next.set(row, c, (float) (next.get(row, c) - share * q.get(row, c)));
            }
        }
    }

    private Spectrum spectrum(int row) {
        int n = dimension[row];
        if (n == 0 || !Double.isFinite(scale[row])) {
            return new Spectrum(new double[0], new double[0]);
        }
        double[] main = new double[n];
        double[] secondary = new double[Math.max(0, n - 1)];
        System.arraycopy(diagonal[row], 0, main, 0, n);
        System.arraycopy(beside[row], 0, secondary, 0, secondary.length);
        EigenDecomposition eigen = new EigenDecomposition(main, secondary);
        double[] values = eigen.getRealEigenvalues();
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            double first = eigen.getEigenvector(i).getEntry(0);
            weights[i] = first * first;
        }
        return new Spectrum(values, weights);
    }
}
