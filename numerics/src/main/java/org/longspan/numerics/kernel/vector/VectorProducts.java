package org.longspan.numerics.kernel.vector;

import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;
import org.longspan.numerics.Products;
import org.longspan.numerics.kernel.plain.ShapeChecks;

/** Products in register blocks. */
final class VectorProducts implements Products {

    @Override
    public Panels newPanels(int rows, int columns) {
        return PanelProducts.newPanels(rows, columns);
    }

    @Override
    public void addProduct(Matrix a, Panels b, Matrix c) {
        ShapeChecks.product(a, b, c);
        PanelProducts.compute(c, c.stride(), a, b, c);
    }

    @Override
    public void setProduct(Matrix row, Matrix a, Panels b, Matrix c) {
        ShapeChecks.require(row, 1, c.columns());
        ShapeChecks.product(a, b, c);
        PanelProducts.compute(row, 0, a, b, c);
    }

    @Override
    public void addTransposedProduct(Matrix a, Matrix b, Matrix c) {
        ShapeChecks.transposedProduct(a, b, c);
        TransposedProducts.add(a, b, c);
    }

    @Override
    public void addColumnSums(Matrix a, Matrix sum) {
        ShapeChecks.require(sum, 1, a.columns());
        for (int i = 0; i < a.rows(); i++) {
            RowOperations.add(a.data(), a.row(i), sum.data(), sum.offset(), a.columns());
        }
    }
}
