package org.longspan.numerics.kernel.plain;

import org.longspan.numerics.Elementwise;
import org.longspan.numerics.FloatMath;
import org.longspan.numerics.Matrix;

/** Operations on elements, one after another. */
final class PlainElementwise implements Elementwise {

    @Override
    public void exp(Matrix a, Matrix out) {
        ShapeChecks.requireLike(a, out);
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                out.set(i, j, FloatMath.exp(a.get(i, j)));
            }
        }
    }

    @Override
    public void flush(Matrix a) {
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                a.set(i, j, Pointwise.flush(a.get(i, j)));
            }
        }
    }

    @Override
    public void addScaled(float factor, Matrix a, Matrix c) {
        ShapeChecks.requireLike(a, c);
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                c.set(i, j, Pointwise.flush(Math.fma(factor, a.get(i, j), c.get(i, j))));
            }
        }
    }

    @Override
    public void addAndFlush(Matrix a, Matrix sum) {
        ShapeChecks.requireLike(sum, a);
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                sum.set(i, j, Pointwise.flush(sum.get(i, j) + a.get(i, j)));
            }
        }
    }

    @Override
    public void complexMultiplyAdd(Matrix lambda, Matrix a, Matrix plus, Matrix out) {
        ShapeChecks.complexMultiplyAdd(lambda, a, plus, out);
        for (int row = 0; row < out.rows(); row++) {
            for (int unit = 0; unit < out.columns() / 2; unit++) {
                Pointwise.complexMultiplyAdd(row, unit, lambda, a, plus, out);
            }
        }
    }

    @Override
    public void flush(float floor, float[] a, int from, int n) {
        for (int i = from; i < from + n; i++) {
            a[i] = Pointwise.flush(floor, a[i]);
        }
    }

    @Override
    public void scale(double factor, float[] a, int from, int n) {
        for (int i = from; i < from + n; i++) {
            a[i] = Pointwise.flush((float) (factor * a[i]));
        }
    }

    @Override
    public void multiply(float factor, float[] a, int from, int n) {
        for (int i = from; i < from + n; i++) {
            a[i] = Pointwise.flush(factor * a[i]);
        }
    }

    @Override
    public void divide(float divisor, float[] a, int from, int n) {
        for (int i = from; i < from + n; i++) {
            a[i] = Pointwise.flush(a[i] / divisor);
        }
    }

    @Override
    public void average(float share, float weight, float[] a, float[] mean, int from, int n) {
        for (int i = from; i < from + n; i++) {
            mean[i] = Pointwise.average(share, weight, a[i], mean[i]);
        }
    }

    @Override
    public void averageSquares(float share, float weight, float[] a, float[] mean, int from, int n) {
        for (int i = from; i < from + n; i++) {
            mean[i] = Pointwise.averageSquares(share, weight, a[i], mean[i]);
        }
    }

    @Override
    public void clamp(float bound, float[] a, int from, int n) {
        for (int i = from; i < from + n; i++) {
            a[i] = Pointwise.clamp(bound, a[i]);
        }
    }
}
