package org.longspan.numerics.kernel.plain;

import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;

/** What the shapes of a kernel's arguments must be to each other. */
public final class ShapeChecks {

    private ShapeChecks() {}

    /** Requires that {@code matrix} has that shape. */
    public static void require(Matrix matrix, int rows, int columns) {
        if (matrix.rows() != rows || matrix.columns() != columns) {
            throw mismatch(matrix, rows, columns);
        }
    }

    /** Requires that {@code written} does not lie where {@code read} does. */
    public static void requireApart(Matrix read, Matrix written) {
        if (read.data() == written.data() && read.offset() == written.offset()) {
            throw new IllegalArgumentException("the same matrix to read and to write, expected two");
        }
    }

    /** Requires that C is (m, n) and B (k, n) for A (m, k). */
    public static void product(Matrix a, Panels b, Matrix c) {
        require(a, c.rows(), b.rows());
        require(c, a.rows(), b.columns());
    }

    /** Requires that C is (m, n) and B (k, n) for A (k, m). */
    public static void transposedProduct(Matrix a, Matrix b, Matrix c) {
        require(b, a.rows(), c.columns());
        require(c, a.columns(), b.columns());
    }

    /** Requires the shapes of {@link org.longspan.numerics.Kernels#tanhBackwardTangent}. */
    public static void backwardTangent(Matrix h, Matrix hDot, Matrix dh, Matrix dhDot, Matrix dzDot) {
        requireUnits(h, hDot);
        requireUnits(h, dh);
        requireUnits(h, dhDot);
        requireUnits(h, dzDot);
        requireApart(dhDot, dzDot);
    }

    /** Requires the shapes of {@link org.longspan.numerics.Kernels#lstmForward}. */
    public static void lstmForward(Matrix z, Matrix cPrevious, Matrix gates, Matrix c, Matrix tanhC, Matrix h) {
        requireGates(c, z);
        requireGates(c, gates);
        requireUnits(c, cPrevious);
        requireUnits(c, tanhC);
        requireUnits(c, h);
    }

    /** Requires the shapes of {@link org.longspan.numerics.Kernels#lstmCellBackward}. */
    public static void lstmCellBackward(Matrix gates, Matrix tanhC, Matrix dh, Matrix dcAfter, Matrix dc) {
        requireGates(dc, gates);
        requireUnits(dc, tanhC);
        requireUnits(dc, dh);
        requireUnits(dc, dcAfter);
    }

    /** Requires the shapes of {@link org.longspan.numerics.Kernels#lstmGatesBackward}. */
    public static void lstmGatesBackward(
            Matrix gates, Matrix cPrevious, Matrix tanhC, Matrix dh, Matrix dc, Matrix dz, Matrix dcPrevious) {
        requireGates(dc, gates);
        requireGates(dc, dz);
        requireUnits(dc, cPrevious);
        requireUnits(dc, tanhC);
        requireUnits(dc, dh);
        requireUnits(dc, dcPrevious);
    }

    /** Requires the shapes of {@link org.longspan.numerics.Kernels#lstmTangent}. */
    public static void lstmTangent(
            Matrix gates, Matrix cPrevious, Matrix tanhC, Matrix zDot, Matrix cDotPrevious, Matrix cDot, Matrix hDot) {
        requireGates(cDot, gates);
        requireGates(cDot, zDot);
        requireUnits(cDot, cPrevious);
        requireUnits(cDot, tanhC);
        requireUnits(cDot, cDotPrevious);
        requireUnits(cDot, hDot);
    }

    /** Requires the shapes of {@link org.longspan.numerics.Kernels#modReluTangent}. */
    public static void modReluTangent(Matrix h, Matrix zDot, Matrix biasDot, Matrix hDot) {
        requireUnits(h, zDot);
        require(biasDot, 1, h.columns());
        requireUnits(h, hDot);
    }

    /** Requires the shapes of {@link org.longspan.numerics.Kernels#complexMultiplyAdd}. */
    public static void complexMultiplyAdd(Matrix lambda, Matrix a, Matrix plus, Matrix out) {
        require(out, out.rows(), out.columns() / 2 * 2);
        require(lambda, 1, out.columns());
        requireUnits(out, a);
        requireUnits(out, plus);
    }

    /** Requires that {@code gates} is (B, 4H) for units (B, H). */
    private static void requireGates(Matrix units, Matrix gates) {
        require(gates, units.rows(), 4 * units.columns());
    }

    private static void requireUnits(Matrix units, Matrix others) {
        require(others, units.rows(), units.columns());
    }

    private static IllegalArgumentException mismatch(Matrix matrix, int rows, int columns) {
        return new IllegalArgumentException("a matrix (" + matrix.rows() + ", " + matrix.columns() + ") where (" + rows
                + ", " + columns + ") is expected");
    }
}
