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

    /** Requires that {@code units} is (B, H) where {@code gates} is (B, 4H). */
    public static void lstm(Matrix gates, Matrix units) {
        require(gates, units.rows(), 4 * units.columns());
    }

    private static IllegalArgumentException mismatch(Matrix matrix, int rows, int columns) {
        return new IllegalArgumentException("a matrix (" + matrix.rows() + ", " + matrix.columns() + ") where (" + rows
                + ", " + columns + ") is expected");
    }
}
