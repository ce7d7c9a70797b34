package org.longspan.numerics.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;
import org.longspan.numerics.kernel.PlainKernels;
import org.longspan.numerics.kernel.Shapes;

/** The kernels over vectors as wide as the hardware prefers, with the bits of {@link PlainKernels}. */
public final class VectorKernels implements Kernels {

    /** The width in use; a constant, because the compiler turns only those into instructions. */
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    @Override
    public String name() {
        return "vector-" + SPECIES.vectorBitSize();
    }

    @Override
    public Panels newPanels(int rows, int columns) {
        return Products.newPanels(rows, columns);
    }

    @Override
    public void addProduct(Matrix a, Panels b, Matrix c) {
        Shapes.product(a, b, c);
        Products.compute(c, c.stride(), a, b, c);
    }

    @Override
    public void setProduct(Matrix row, Matrix a, Panels b, Matrix c) {
        Shapes.require(row, 1, c.columns());
        Shapes.product(a, b, c);
        Products.compute(row, 0, a, b, c);
    }

    @Override
    public void addTransposedProduct(Matrix a, Matrix b, Matrix c) {
        Shapes.transposedProduct(a, b, c);
        TransposedProducts.add(a, b, c);
    }

    @Override
    public void addColumnSums(Matrix a, Matrix sum) {
        Shapes.require(sum, 1, a.columns());
        for (int i = 0; i < a.rows(); i++) {
            Rows.add(a.data(), a.row(i), sum.data(), sum.offset(), a.columns());
        }
    }

    @Override
    public void tanh(Matrix a, Matrix out) {
        Shapes.require(out, a.rows(), a.columns());
        Shapes.requireApart(a, out);
        int width = Rows.width(a, out);
        for (int i = 0; i < Rows.count(a, width); i++) {
            Activations.tanh(a.data(), a.row(i), out.data(), out.row(i), width);
        }
    }

    @Override
    public void sigmoid(Matrix a, Matrix out) {
        Shapes.require(out, a.rows(), a.columns());
        Shapes.requireApart(a, out);
        int width = Rows.width(a, out);
        for (int i = 0; i < Rows.count(a, width); i++) {
            Activations.sigmoid(a.data(), a.row(i), out.data(), out.row(i), width);
        }
    }

    @Override
    public void exp(Matrix a, Matrix out) {
        Shapes.require(out, a.rows(), a.columns());
        int width = Rows.width(a, out);
        for (int i = 0; i < Rows.count(a, width); i++) {
            Activations.exp(a.data(), a.row(i), out.data(), out.row(i), width);
        }
    }

    @Override
    public void relu(Matrix a, Matrix out) {
        Shapes.require(out, a.rows(), a.columns());
        int width = Rows.width(a, out);
        for (int i = 0; i < Rows.count(a, width); i++) {
            Rectifier.forward(a.data(), a.row(i), out.data(), out.row(i), width);
        }
    }

    @Override
    public void flush(Matrix a) {
        int width = Rows.width(a, a);
        for (int i = 0; i < Rows.count(a, width); i++) {
            Rows.flush(a.data(), a.row(i), width);
        }
    }

    @Override
    public void addScaled(float factor, Matrix a, Matrix c) {
        Shapes.require(c, a.rows(), a.columns());
        for (int i = 0; i < a.rows(); i++) {
            Rows.addScaled(factor, a.data(), a.row(i), c.data(), c.row(i), a.columns());
        }
    }

    @Override
    public void tanhBackward(Matrix h, Matrix dh, Matrix dz) {
        Shapes.require(dh, h.rows(), h.columns());
        Shapes.require(dz, h.rows(), h.columns());
        Shapes.requireApart(dh, dz);
        for (int i = 0; i < h.rows(); i++) {
            Activations.tanhBackward(h.data(), h.row(i), dh.data(), dh.row(i), dz.data(), dz.row(i), h.columns());
        }
    }

    @Override
    public void sigmoidBackward(Matrix h, Matrix dh, Matrix dz) {
        Shapes.require(dh, h.rows(), h.columns());
        Shapes.require(dz, h.rows(), h.columns());
        for (int i = 0; i < h.rows(); i++) {
            Activations.sigmoidBackward(h.data(), h.row(i), dh.data(), dh.row(i), dz.data(), dz.row(i), h.columns());
        }
    }

    @Override
    public void reluBackward(Matrix h, Matrix dh, Matrix dz) {
        Shapes.require(dh, h.rows(), h.columns());
        Shapes.require(dz, h.rows(), h.columns());
        for (int i = 0; i < h.rows(); i++) {
            Rectifier.backward(h.data(), h.row(i), dh.data(), dh.row(i), dz.data(), dz.row(i), h.columns());
        }
    }

    @Override
    public void lstmForward(Matrix z, Matrix cPrevious, Matrix gates, Matrix c, Matrix tanhC, Matrix h) {
        Shapes.lstmForward(z, cPrevious, gates, c, tanhC, h);
        for (int row = 0; row < gates.rows(); row++) {
            LstmRows.forward(row, z, cPrevious, gates, c, tanhC, h);
        }
    }

    @Override
    public void lstmCellBackward(Matrix gates, Matrix tanhC, Matrix dh, Matrix dcAfter, Matrix dc) {
        Shapes.lstmCellBackward(gates, tanhC, dh, dcAfter, dc);
        for (int row = 0; row < gates.rows(); row++) {
            LstmRows.cellBackward(row, gates, tanhC, dh, dcAfter, dc);
        }
    }

    @Override
    public void lstmGatesBackward(
            Matrix gates, Matrix cPrevious, Matrix tanhC, Matrix dh, Matrix dc, Matrix dz, Matrix dcPrevious) {
        Shapes.lstmGatesBackward(gates, cPrevious, tanhC, dh, dc, dz, dcPrevious);
        for (int row = 0; row < gates.rows(); row++) {
            LstmRows.gatesBackward(row, gates, cPrevious, tanhC, dh, dc, dz, dcPrevious);
        }
    }

    @Override
    public void lstmTangent(
            Matrix gates, Matrix cPrevious, Matrix tanhC, Matrix zDot, Matrix cDotPrevious, Matrix cDot, Matrix hDot) {
        Shapes.lstmTangent(gates, cPrevious, tanhC, zDot, cDotPrevious, cDot, hDot);
        for (int row = 0; row < gates.rows(); row++) {
            LstmRows.tangent(row, gates, cPrevious, tanhC, zDot, cDotPrevious, cDot, hDot);
        }
    }

    @Override
    public double dot(float[] a, int aFrom, float[] b, int bFrom, int n) {
        return Sums.dot(a, aFrom, b, bFrom, n);
    }

    @Override
    public double sumOfSquares(float[] a, int from, int n) {
        return Sums.squares(a, from, n);
    }

    @Override
    public float maxAbs(float[] a, int from, int n) {
        return Sums.maxAbs(a, from, n);
    }

    @Override
    public void flush(float floor, float[] a, int from, int n) {
        Slices.flush(floor, a, from, n);
    }

    @Override
    public void scale(double factor, float[] a, int from, int n) {
        Slices.scale(factor, a, from, n);
    }

    @Override
    public void clamp(float bound, float[] a, int from, int n) {
        Slices.clamp(bound, a, from, n);
    }
}
