package org.longspan.numerics.kernel;

import org.longspan.numerics.Matrix;

/** What the shapes of a kernel's arguments must be to each other. */
public final class Shapes {

    private Shapes() {}

    /** Requires that {@code matrix} has that shape. */
    public static void require(Matrix matrix, int rows, int columns) {
        if (matrix.rows() != rows || matrix.columns() != columns) {
            throw mismatch(matrix, rows, columns);
        }
    }

    /** Requires that B is (k, n) and C (m, n) for some n. */
    public static void product(int m, int k, Matrix b, Matrix c) {
        require(b, k, c.columns());
        require(c, m, b.columns());
    }

    /** Requires the shapes of {@link org.longspan.numerics.Kernels#lstmForward}. */
    public static void lstmForward(Matrix gates, Matrix cPrevious, Matrix c, Matrix tanhC, Matrix h) {
        lstm(gates, cPrevious);
        require(c, gates.rows(), cPrevious.columns());
        require(tanhC, gates.rows(), cPrevious.columns());
        require(h, gates.rows(), cPrevious.columns());
    }

    /** Requires the shapes of {@link org.longspan.numerics.Kernels#lstmCellBackward}. */
    public static void lstmCellBackward(Matrix gates, Matrix tanhC, Matrix dh, Matrix dc) {
        lstm(gates, tanhC);
        require(dh, gates.rows(), tanhC.columns());
        require(dc, gates.rows(), tanhC.columns());
    }

    /** Requires the shapes of {@link org.longspan.numerics.Kernels#lstmGatesBackward}. */
    public static void lstmGatesBackward(
            Matrix gates, Matrix cPrevious, Matrix tanhC, Matrix dh, Matrix dc, Matrix dz) {
        lstm(gates, cPrevious);
        require(tanhC, gates.rows(), cPrevious.columns());
        require(dh, gates.rows(), cPrevious.columns());
        require(dc, gates.rows(), cPrevious.columns());
        require(dz, gates.rows(), gates.columns());
    }

    /** Requires the shapes of {@link org.longspan.numerics.Kernels#lstmTangent}. */
    public static void lstmTangent(
            Matrix gates, Matrix cPrevious, Matrix tanhC, Matrix zDot, Matrix cDot, Matrix hDot) {
        lstm(gates, cPrevious);
        require(tanhC, gates.rows(), cPrevious.columns());
        require(cDot, gates.rows(), cPrevious.columns());
        require(hDot, gates.rows(), cPrevious.columns());
        require(zDot, gates.rows(), gates.columns());
    }

    /** Requires that {@code units} is (B, H) where {@code gates} is (B, 4H). */
    private static void lstm(Matrix gates, Matrix units) {
        require(gates, units.rows(), 4 * units.columns());
    }

    private static IllegalArgumentException mismatch(Matrix matrix, int rows, int columns) {
        return new IllegalArgumentException("a matrix (" + matrix.rows() + ", " + matrix.columns() + ") where (" + rows
                + ", " + columns + ") is expected");
    }
}
