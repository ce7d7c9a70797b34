package org.longspan.optim.descent;

import java.util.Arrays;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.optim.SymmetricEigen;

/**
 * An orthonormal basis Q of near eigenvectors of a symmetric matrix A that changes slowly: solved for once, then
 * refreshed by one step of orthogonal iteration, Q ← qr(A Q), its vectors put into the order of their Rayleigh
 * quotients before. A vector is a column of Q.
 *
 * <p>Source: Golub and Van Loan 2013, Matrix Computations, section 8.2; Vyas et al. 2024.
 *
 * <p>A and Q are float, as in the authors' code; quotients and norms are taken in double. An instance is scratch memory
 * for one size.
 */
final class EigenBasis {

    private final int n;
    private final Matrix products; // (n, n): A Q
    private final double[] quotients;
    private final double[] squares; // of the products' norms
    private final int[] order;
    private final HouseholderQr qr;

    /** Makes room for matrices of {@code n} rows. */
    EigenBasis(int n) {
        this.n = n;
        this.products = Matrix.spaced(n, n);
        this.quotients = new double[n];
        this.squares = new double[n];
        this.order = new int[n];
        this.qr = new HouseholderQr(n);
    }

    /** Writes the eigenvectors of A, from the greatest eigenvalue to the least, to {@code q}. */
    void solve(Matrix a, Matrix q) {
        SymmetricEigen eigen = new SymmetricEigen(n); // once a trial
        eigen.begin(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                eigen.set(i, j, a.get(i, j));
            }
        }
        eigen.decompose();
        for (int k = 0; k < n; k++) {
            quotients[k] = eigen.value(k);
        }
        sort();
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                q.set(i, k, (float) eigen.vector(i, order[k]));
            }
        }
    }

    /**
     * Writes an orthonormal basis to {@code q} whose first vectors are the columns of {@code vectors} (n, r), divided
     * by their norms. They are orthogonal, and r ≤ n.
     */
    void complete(Matrix vectors, Matrix q, Kernels kernels) {
        products.fill(0);
        products.columns(0, vectors.columns()).copyFrom(vectors);
        for (int k = 0; k < n; k++) {
            order[k] = k;
        }
        measure(q);
        orthonormalize(q, kernels);
    }

    /** Refreshes {@code q} by A, and returns which old vector each new one came from. */
    int[] refresh(Matrix a, Matrix q, Kernels kernels) {
        products.fill(0);
        kernels.products().addTransposedProduct(a, q, products); // A is its own transpose
        measure(q);
        sort();
        orthonormalize(q, kernels);
        return order;
    }

    /** Takes the Rayleigh quotient qᵀAq of each vector, and the squared norm of Aq. */
    private void measure(Matrix q) {
        Arrays.fill(quotients, 0);
        Arrays.fill(squares, 0);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                double product = products.get(i, k);
                quotients[k] += product * q.get(i, k);
                squares[k] += product * product;
            }
        }
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

    /** The length of a column changes nothing in Q, so all get one that floats hold well. */
    private void orthonormalize(Matrix q, Kernels kernels) {
        for (int k = 0; k < n; k++) {
            double scale = squares[order[k]] == 0 ? 0 : 1 / Math.sqrt(squares[order[k]]);
            for (int i = 0; i < n; i++) {
                qr.a.set(i, k, (float) (scale * products.get(i, order[k])));
            }
        }
        qr.decompose(q, kernels);
    }
}
