package org.longspan.numerics.kernel.plain;

import org.longspan.numerics.Activations;
import org.longspan.numerics.Elementwise;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;

/** The shapes that kernels require of their arguments. */
public final class ShapeChecks {

    private ShapeChecks() {}

    /** Requires that {@code matrix} is (rows, columns). */
    public static void require(Matrix matrix, int rows, int columns) {
        if (matrix.rows() != rows || matrix.columns() != columns) {
            throw mismatch(matrix, rows, columns);
        }
    }

    /** Requires that {@code matrix} has the shape of {@code model}. */
    public static void requireLike(Matrix model, Matrix matrix) {
        require(matrix, model.rows(), model.columns());
    }

    /** Requires that {@code written} does not begin where {@code read} does. */
    public static void requireApart(Matrix read, Matrix written) {
        if (read.data() == written.data() && read.offset() == written.offset()) {
            throw new IllegalArgumentException("input and output are one matrix, expected two");
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

    /** Requires the shapes of {@link Activations#tanhBackwardTangent}. */
    public static void backwardTangent(Matrix h, Matrix hDot, Matrix dh, Matrix dhDot, Matrix dzDot) {
        requireLike(h, hDot);
        requireLike(h, dh);
        requireLike(h, dhDot);
        requireLike(h, dzDot);
        requireApart(dhDot, dzDot);
    }

    /** Requires the shapes of {@link Activations#modReluTangent}. */
    public static void modReluTangent(Matrix h, Matrix zDot, Matrix biasDot, Matrix hDot) {
        requireLike(h, zDot);
        require(biasDot, 1, h.columns());
        requireLike(h, hDot);
    }

    /** Requires the shapes of {@link Elementwise#complexMultiplyAdd}. */
    public static void complexMultiplyAdd(Matrix lambda, Matrix a, Matrix plus, Matrix out) {
        require(out, out.rows(), out.columns() / 2 * 2);
        require(lambda, 1, out.columns());
        requireLike(out, a);
        requireLike(out, plus);
    }

    private static IllegalArgumentException mismatch(Matrix matrix, int rows, int columns) {
        return new IllegalArgumentException("a matrix (" + matrix.rows() + ", " + matrix.columns() + ") where (" + rows
                + ", " + columns + ") is expected");
    }
}
