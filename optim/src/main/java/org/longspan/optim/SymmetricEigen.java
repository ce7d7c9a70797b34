package org.longspan.optim;

import java.util.Arrays;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix by Jacobi's cyclic rotations, in double. The square root is
 * the only function used, so the bits are the same everywhere. An instance is scratch memory for matrices up to one
 * size.
 *
 * <p>Source: Golub and Van Loan 2013, Matrix Computations, section 8.5.
 */
public final class SymmetricEigen {

    private static final int MOST_SWEEPS = 60;
    private static final double NEGLIGIBLE = 0x1p-106; // the square of double's precision

    private final double[] a;
    private final double[] vectors;
    private int n;

    /** Makes room for matrices of up to {@code size} rows. */
    public SymmetricEigen(int size) {
        this.a = new double[size * size];
        this.vectors = new double[size * size];
    }

    /** Begins with a matrix of zeros of {@code n} rows. */
    public void begin(int n) {
        this.n = n;
        Arrays.fill(a, 0, n * n, 0);
    }

    /** Sets the elements (i, j) and (j, i). */
    public void set(int i, int j, double value) {
        a[i * n + j] = value;
        a[j * n + i] = value;
    }

    /** Diagonalizes: A = V diag(w) Vᵀ. */
    public void decompose() {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                vectors[i * n + j] = i == j ? 1 : 0;
            }
        }
        double total = sumOfSquares(false);
        for (int sweep = 0; sweep < MOST_SWEEPS && sumOfSquares(true) > NEGLIGIBLE * total; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(p, q);
                }
            }
        }
    }

    /** Returns eigenvalue w_k, in no order. */
    public double value(int k) {
        return a[k * n + k];
    }

    /** Returns element i of the eigenvector of w_k. */
    public double vector(int i, int k) {
        return vectors[i * n + k];
    }

    private double sumOfSquares(boolean besideTheDiagonal) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sum += besideTheDiagonal && i == j ? 0 : a[i * n + j] * a[i * n + j];
            }
        }
        return sum;
    }

    /** Turns the plane of p and q so that the element (p, q) becomes 0. */
    private void rotate(int p, int q) {
        double beside = a[p * n + q];
        if (beside == 0) {
            return;
        }
        double tau = (a[q * n + q] - a[p * n + p]) / (2 * beside);
        double tangent = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
        double cosine = 1 / Math.sqrt(1 + tangent * tangent);
        double sine = tangent * cosine;
        for (int i = 0; i < n; i++) {
            turn(a, i * n + p, i * n + q, cosine, sine); // columns
        }
        for (int j = 0; j < n; j++) {
            turn(a, p * n + j, q * n + j, cosine, sine); // rows
        }
        for (int i = 0; i < n; i++) {
            turn(vectors, i * n + p, i * n + q, cosine, sine);
        }
        a[p * n + q] = 0;
        a[q * n + p] = 0;
    }

    private static void turn(double[] m, int at, int other, double cosine, double sine) {
        double x = m[at];
        double y = m[other];
        m[at] = cosine * x - sine * y;
        m[other] = sine * x + cosine * y;
    }
}
