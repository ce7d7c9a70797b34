package org.longspan.optim.descent;

import java.util.Arrays;
import org.longspan.numerics.Matrix;
import org.longspan.optim.SymmetricEigen;

/**
 * An orthonormal basis of near eigenvectors of a symmetric matrix A that changes slowly: solved for once, then
 * refreshed by one step of orthogonal iteration, Q ← qr(A Q), its vectors put into the order of their Rayleigh
 * quotients before. All in double. An instance is scratch memory for one size; A and Q lie where the caller keeps them,
 * Q vector by vector.
 *
 * <p>Source: Golub and Van Loan 2013, Matrix Computations, sections 5.1 and 8.2.
 */
final class EigenBasis {

    private static final double NEGLIGIBLE = 1e-300;

    private final int n;
    private final double[] products; // A q, vector by vector
    private final double[] reflections; // in the order of the quotients, then Householder's vectors
    private final double[] factors; // 2/‖v‖² of each
    private final double[] quotients;
    private final int[] order;

    /** Makes room for matrices of {@code n} rows. */
    EigenBasis(int n) {
        this.n = n;
        this.products = new double[n * n];
        this.reflections = new double[n * n];
        this.factors = new double[n];
        this.quotients = new double[n];
        this.order = new int[n];
    }

    /** Writes the eigenvectors of A, from the greatest eigenvalue to the least, to {@code q}. */
    void solve(double[] a, double[] q, int at) {
        SymmetricEigen eigen = new SymmetricEigen(n); // once a trial
        eigen.begin(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                eigen.set(i, j, a[at + i * n + j]);
            }
        }
        eigen.decompose();
        for (int k = 0; k < n; k++) {
            quotients[k] = eigen.value(k);
        }
        sort();
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                q[at + k * n + i] = eigen.vector(i, order[k]);
            }
        }
    }

    /** Refreshes {@code q} by A, and returns which old vector each new one came from. */
    int[] refresh(double[] a, double[] q, int at) {
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                products[k * n + i] = dot(a, at + i * n, q, at + k * n, n);
            }
            quotients[k] = dot(products, k * n, q, at + k * n, n);
        }
        sort();
        for (int k = 0; k < n; k++) {
            System.arraycopy(products, order[k] * n, reflections, k * n, n);
        }
        reflect();
        expand(q, at);
        return order;
    }

    /** The indices of the quotients from the greatest to the least; equal ones keep their order. */
    private void sort() {
        for (int k = 0; k < n; k++) {
            int place = k;
            while (place > 0 && quotients[order[place - 1]] < quotients[k]) {
                order[place] = order[place - 1];
                place--;
            }
            order[place] = k;
        }
    }

    /** Householder's reflections of the vectors; one too short for a finite 2/‖v‖² is skipped. */
    private void reflect() {
        for (int k = 0; k < n; k++) {
            int at = k * n + k;
            int rest = n - k;
            double square = dot(reflections, at, reflections, at, rest);
            factors[k] = 0;
            if (!(square < NEGLIGIBLE)) { // pass NaN on, so that it is noticed
                double norm = Math.sqrt(square);
                reflections[at] += reflections[at] > 0 ? norm : -norm;
                factors[k] = 2 / dot(reflections, at, reflections, at, rest);
                for (int j = k + 1; j < n; j++) {
                    reflect(k, reflections, j * n + k);
                }
            }
        }
    }

    /** The product of all reflections, applied to the unit vectors. */
    private void expand(double[] q, int at) {
        Arrays.fill(q, at, at + n * n, 0);
        for (int k = n - 1; k >= 0; k--) {
            q[at + k * n + k] = 1;
            for (int j = k; j < n; j++) {
                reflect(k, q, at + j * n + k);
            }
        }
    }

    /** x ← (I − 2vvᵀ/‖v‖²) x for the k-th v, on the elements from k on, which lie from {@code at} on. */
    private void reflect(int k, double[] x, int at) {
        int from = k * n + k;
        int rest = n - k;
        double share = factors[k] * dot(reflections, from, x, at, rest);
        for (int i = 0; i < rest; i++) {
            x[at + i] -= share * reflections[from + i];
        }
    }

    /** Four sums at a time, added pairwise. */
    private static double dot(double[] a, int aFrom, double[] b, int bFrom, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i < (count & ~3); i += 4) {
            s0 += a[aFrom + i] * b[bFrom + i];
            s1 += a[aFrom + i + 1] * b[bFrom + i + 1];
            s2 += a[aFrom + i + 2] * b[bFrom + i + 2];
            s3 += a[aFrom + i + 3] * b[bFrom + i + 3];
        }
        for (; i < count; i++) {
            s0 += a[aFrom + i] * b[bFrom + i];
        }
        return (s0 + s2) + (s1 + s3);
    }

    /** Writes Q, a vector a column, to {@code columns} and its transpose, a vector a row, to {@code rows}. */
    void write(double[] q, int at, Matrix columns, Matrix rows) {
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                float element = (float) q[at + k * n + i];
                columns.set(i, k, element);
                rows.set(k, i, element);
            }
        }
    }
}
