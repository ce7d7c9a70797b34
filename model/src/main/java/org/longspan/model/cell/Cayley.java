package org.longspan.model.cell;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;

/**
 * An orthogonal matrix from a skew-symmetric one, and its derivatives:
 *
 * <pre>
 * U = D (I + A)⁻¹ (I - A) = D (2 N - I),   N = (I + A)⁻¹,   A = skew - skewᵀ
 * U̇ = -2 D N Ȧ N
 * ∂L/∂A = -2 Nᵀ (D ∂L/∂U) Nᵀ,   ∂L/∂skew = ∂L/∂A - (∂L/∂A)ᵀ
 * </pre>
 *
 * where skew is strictly lower triangular: the rest of its matrix is not read and has no gradient. D is diagonal, its
 * last elements -1 and the others 1. Without D no U has the eigenvalue -1.
 *
 * <p>N is derived in {@code double}, once for every θ, and rounded; the kernels compute all products with it. ‖N‖ ≤ 1,
 * so they magnify nothing.
 */
final class Cayley {

    private final Kernels kernels;
    private final int negatives; // how many elements of D are -1
    private final double[][] work; // (H, H)
    private final Matrix inverse; // N (H, H)
    private final Matrix transposed; // Nᵀ (H, H)
    private final Matrix half; // (H, H), the inner of two products
    private final Matrix whole; // (H, H), Ȧ or ∂L/∂A

    Cayley(int size, int negatives, Kernels kernels) {
        this.kernels = kernels;
        this.negatives = negatives;
        this.work = new double[size][size];
        this.inverse = Matrix.zeros(size, size);
        this.transposed = Matrix.zeros(size, size);
        this.half = Matrix.zeros(size, size);
        this.whole = Matrix.zeros(size, size);
    }

    /** Returns how many floats an instance holds, a double counted as two. */
    static long size(int size) {
        return 6L * size * size;
    }

    /** U = D (2 N - I), rounded. */
    void forward(Matrix skew, Matrix u) {
        for (int i = 0; i < work.length; i++) {
            work[i][i] = 1;
            for (int j = 0; j < i; j++) {
                work[i][j] = skew.get(i, j);
                work[j][i] = -skew.get(i, j);
            }
        }
        invert(work);
        for (int i = 0; i < work.length; i++) {
            for (int j = 0; j < work.length; j++) {
                inverse.set(i, j, (float) work[i][j]);
                transposed.set(j, i, (float) work[i][j]);
                u.set(i, j, (float) (sign(i) * (2 * work[i][j] - (i == j ? 1 : 0))));
            }
        }
        kernels.elementwise().flush(inverse);
        kernels.elementwise().flush(transposed);
        kernels.elementwise().flush(u);
    }

    /**
     * Replaces I + A by its inverse, by Gauss and Jordan. It needs no search for pivots: the symmetric part of I + A is
     * I, elimination adds something positive semidefinite to it, and so each pivot is at least 1.
     */
    private static void invert(double[][] m) {
        for (int k = 0; k < m.length; k++) {
            double[] pivotRow = m[k];
            double inverse = 1 / pivotRow[k];
            pivotRow[k] = 1;
            for (int j = 0; j < m.length; j++) {
                pivotRow[j] *= inverse;
            }
            for (int i = 0; i < m.length; i++) {
                if (i != k) {
                    double factor = -m[i][k];
                    m[i][k] = 0;
                    addScaled(factor, pivotRow, m[i]);
                }
            }
        }
    }

    private static void addScaled(double factor, double[] from, double[] to) {
        for (int j = 0; j < to.length; j++) {
            to[j] = Math.fma(factor, from[j], to[j]);
        }
    }

    private float sign(int row) {
        return row < work.length - negatives ? 1f : -1f;
    }

    /** Backward of {@link #forward}: <b>adds</b> to {@code dSkew}; {@code du} (H, H) is spent. */
    void backward(Matrix du, Matrix dSkew) {
        scaleRows(1f, du);
        kernels.elementwise().flush(du);
        half.fill(0f);
        kernels.products().addTransposedProduct(du, inverse, half); // (Nᵀ D ∂L/∂U)ᵀ
        kernels.elementwise().flush(half);
        whole.fill(0f);
        kernels.products().addTransposedProduct(half, transposed, whole); // ∂L/∂A / -2
        kernels.elementwise().flush(whole);
        for (int i = 0; i < whole.rows(); i++) {
            for (int j = 0; j < i; j++) {
                dSkew.set(i, j, dSkew.get(i, j) - 2f * (whole.get(i, j) - whole.get(j, i)));
            }
        }
    }

    /** Tangent of {@link #forward}. */
    void tangent(Matrix skewDot, Matrix uDot) {
        for (int i = 0; i < whole.rows(); i++) {
            whole.set(i, i, 0f);
            for (int j = 0; j < i; j++) {
                whole.set(i, j, skewDot.get(i, j));
                whole.set(j, i, -skewDot.get(i, j));
            }
        }
        half.fill(0f);
        kernels.products().addTransposedProduct(whole, inverse, half); // Ȧᵀ N = -Ȧ N
        kernels.elementwise().flush(half);
        uDot.fill(0f);
        kernels.products().addTransposedProduct(transposed, half, uDot); // -N Ȧ N
        scaleRows(2f, uDot);
        kernels.elementwise().flush(uDot);
    }

    /** m = factor · D · m. */
    private void scaleRows(float factor, Matrix m) {
        for (int i = 0; i < m.rows(); i++) {
            for (int j = 0; j < m.columns(); j++) {
                m.set(i, j, factor * sign(i) * m.get(i, j));
            }
        }
    }
}
