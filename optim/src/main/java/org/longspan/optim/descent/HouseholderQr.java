package org.longspan.optim.descent;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;

/**
 * The orthonormal factor of a square matrix by Householder's reflections: A = QR with Q = H₀H₁…Hₙ₋₁, Hₖ = I − τvvᵀ,
 * where v is column k of Hₖ₋₁…H₀A from row k on, divided by its norm, its first element moved away from 0 by 1, and τ =
 * 2/‖v‖². Q is orthonormal whatever the rank of A: where nothing is left of a column, Hₖ = I.
 *
 * <p>Source: Golub and Van Loan 2013, Matrix Computations, sections 5.1 and 5.2.
 *
 * <p>A reflection is two products of kernels, w = vᵀX and X ← X − τv w. Norms are taken in double, all else in float,
 * and of +, −, ·, / and √ only, so the bits are the same everywhere. An instance is scratch memory for one size.
 */
final class HouseholderQr {

    /** (n, n): A, whose columns have norm 1 or are zero; its column k becomes the k-th v. */
    final Matrix a;

    private final int n;
    private final Matrix q; // (n, n)
    private final Matrix[] vectors; // (n − k, 1): the k-th v, in a
    private final Matrix[] rest; // (n − k, n − k − 1): a under row k and right of column k
    private final Matrix[] corner; // (n − k, n − k): q from row and column k on
    private final Matrix[] rows; // (1, n − k): −τvᵀ
    private final Matrix[] sums; // (1, n − k): w
    private final float[] taus; // of each reflection, 0 for none

    /** Makes room for matrices of {@code n} rows. */
    HouseholderQr(int n) {
        this.n = n;
        this.a = Matrix.spaced(n, n);
        this.q = Matrix.spaced(n, n);
        this.vectors = new Matrix[n];
        this.rest = new Matrix[n];
        this.corner = new Matrix[n];
        this.rows = new Matrix[n];
        this.sums = new Matrix[n];
        this.taus = new float[n];
        Matrix row = Matrix.zeros(1, n);
        Matrix sum = Matrix.zeros(1, n);
        for (int k = 0; k < n; k++) {
            vectors[k] = a.rows(k, n - k).columns(k, 1);
            rest[k] = a.rows(k, n - k).columns(k + 1, n - k - 1);
            corner[k] = q.rows(k, n - k).columns(k, n - k);
            rows[k] = row.columns(k, n - k);
            sums[k] = sum.columns(k, n - k);
        }
    }

    /** Decomposes {@link #a}, which is overwritten, and writes Q to {@code out}. */
    void decompose(Matrix out, Kernels kernels) {
        for (int k = 0; k < n - 1; k++) {
            taus[k] = toVector(vectors[k]);
            reflect(k, rest[k], sums[k + 1], kernels);
        }
        taus[n - 1] = 0; // a column of one row is a multiple of the unit vector already
        q.fill(0);
        for (int k = n - 1; k >= 0; k--) {
            q.set(k, k, 1);
            reflect(k, corner[k], sums[k], kernels);
        }
        out.copyFrom(q);
    }

    /** Turns a column into v, and returns τ. */
    private static float toVector(Matrix column) {
        double square = 0;
        for (int i = 0; i < column.rows(); i++) {
            double x = column.get(i, 0);
            square += x * x;
        }
        if (square == 0) { // not for NaN, which passes on, so that it is noticed
            return 0;
        }
        double norm = Math.sqrt(square);
        for (int i = 0; i < column.rows(); i++) {
            column.set(i, 0, (float) (column.get(i, 0) / norm));
        }
        float first = column.get(0, 0);
        column.set(0, 0, first > 0 ? first + 1 : first - 1);
        return 1 / (1 + Math.abs(first)); // ‖v‖² = 2 + 2|first|
    }

    /** X ← HₖX, with room for w. */
    private void reflect(int k, Matrix x, Matrix w, Kernels kernels) {
        if (taus[k] == 0) {
            return;
        }
        w.fill(0);
        kernels.products().addTransposedProduct(vectors[k], x, w);
        for (int i = 0; i < vectors[k].rows(); i++) {
            rows[k].set(0, i, -taus[k] * vectors[k].get(i, 0));
        }
        kernels.products().addTransposedProduct(rows[k], w, x);
    }
}
