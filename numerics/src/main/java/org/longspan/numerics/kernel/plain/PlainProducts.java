package org.longspan.numerics.kernel.plain;

import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;
import org.longspan.numerics.Products;

/**
 * Products in the order i, k, j. An element of C meets k in ascending order, as in i, j, k, so the bits are equal, and
 * the inner loop runs along rows of B and C.
 */
final class PlainProducts implements Products {

    @Override
    public Panels newPanels(int rows, int columns) {
        return new Panels(rows, columns, Math.max(1, columns), columns);
    }

    @Override
    public void addProduct(Matrix a, Panels b, Matrix c) {
        ShapeChecks.product(a, b, c);
        for (int i = 0; i < a.rows(); i++) {
            for (int k = 0; k < a.columns(); k++) {
                addScaled(a.get(i, k), b.data(), b.row(0, k), c.data(), c.row(i), c.columns());
            }
        }
    }

    @Override
    public void setProduct(Matrix row, Matrix a, Panels b, Matrix c) {
        ShapeChecks.require(row, 1, c.columns());
        for (int i = 0; i < c.rows(); i++) {
            System.arraycopy(row.data(), row.offset(), c.data(), c.row(i), c.columns());
        }
        addProduct(a, b, c);
    }

    @Override
    public void addTransposedProduct(Matrix a, Matrix b, Matrix c) {
        ShapeChecks.transposedProduct(a, b, c);
        for (int k = 0; k < a.rows(); k++) {
            for (int i = 0; i < a.columns(); i++) {
                addScaled(a.get(k, i), b.data(), b.row(k), c.data(), c.row(i), c.columns());
            }
        }
    }

    /** to += factor · from, over n neighboring elements. */
    private static void addScaled(float factor, float[] from, int fromIndex, float[] to, int toIndex, int n) {
        for (int j = 0; j < n; j++) {
            to[toIndex + j] = Math.fma(factor, from[fromIndex + j], to[toIndex + j]);
        }
    }

    @Override
    public void addColumnSums(Matrix a, Matrix sum) {
        ShapeChecks.require(sum, 1, a.columns());
        float[] from = a.data();
        float[] to = sum.data();
        int toRow = sum.offset();
        for (int i = 0; i < a.rows(); i++) {
            int row = a.row(i);
            for (int j = 0; j < a.columns(); j++) {
                to[toRow + j] += from[row + j];
            }
        }
    }
}
