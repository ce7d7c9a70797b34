package org.longspan.numerics.kernel.vector;

import org.longspan.numerics.Elementwise;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.kernel.plain.ShapeChecks;

/** Operations on elements, a vector at a time. */
final class VectorElementwise implements Elementwise {

    @Override
    public void exp(Matrix a, Matrix out) {
        ShapeChecks.requireLike(a, out);
        int width = RowOperations.width(a, out);
        for (int i = 0; i < RowOperations.count(a, width); i++) {
            ActivationRows.exp(a.data(), a.row(i), out.data(), out.row(i), width);
        }
    }

    @Override
    public void flush(Matrix a) {
        int width = RowOperations.width(a, a);
        for (int i = 0; i < RowOperations.count(a, width); i++) {
            RowOperations.flush(a.data(), a.row(i), width);
        }
    }

    @Override
    public void addScaled(float factor, Matrix a, Matrix c) {
        ShapeChecks.requireLike(a, c);
        for (int i = 0; i < a.rows(); i++) {
            RowOperations.addScaled(factor, a.data(), a.row(i), c.data(), c.row(i), a.columns());
        }
    }

    @Override
    public void addAndFlush(Matrix a, Matrix sum) {
        ShapeChecks.requireLike(sum, a);
        for (int i = 0; i < a.rows(); i++) {
            RowOperations.addAndFlush(a.data(), a.row(i), sum.data(), sum.row(i), a.columns());
        }
    }

    @Override
    public void complexMultiplyAdd(Matrix lambda, Matrix a, Matrix plus, Matrix out) {
        ShapeChecks.complexMultiplyAdd(lambda, a, plus, out);
        for (int row = 0; row < out.rows(); row++) {
            ComplexRows.multiplyAdd(row, lambda, a, plus, out);
        }
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
    public void multiply(float factor, float[] a, int from, int n) {
        Slices.multiply(factor, a, from, n);
    }

    @Override
    public void divide(float divisor, float[] a, int from, int n) {
        Slices.divide(divisor, a, from, n);
    }

    @Override
    public void average(float share, float weight, float[] a, float[] mean, int from, int n) {
        Slices.average(share, weight, a, mean, from, n);
    }

    @Override
    public void averageSquares(float share, float weight, float[] a, float[] mean, int from, int n) {
        Slices.averageSquares(share, weight, a, mean, from, n);
    }

    @Override
    public void clamp(float bound, float[] a, int from, int n) {
        Slices.clamp(bound, a, from, n);
    }
}
