package org.longspan.numerics.kernel.plain;

import org.longspan.numerics.FloatMath;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;

/**
 * The kernels as plain loops, written for reading. They are the oracle of the vector kernels, bit for bit, and
 * run where the Vector API is missing.
 *
 * <p>Products run i, k, j: an element of C meets k in the same ascending order as in i, j, k, so the bits are the
 * same, and the inner loop goes along rows of B and C.
 */
public final class PlainKernels implements Kernels {

    private static final int LANES = 16;

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public Panels newPanels(int rows, int columns) {
        return new Panels(rows, columns, columns);
    }

    @Override
    public void addProduct(Matrix a, Panels b, Matrix c) {
        ShapeChecks.product(a, b, c);
        for (int p = 0; p < b.count(); p++) {
            for (int i = 0; i < a.rows(); i++) {
                for (int k = 0; k < a.columns(); k++) {
                    int done = b.repeated(p);
                    int to = c.row(i) + b.first(p) + done;
                    addScaled(a.get(i, k), b.data(), b.row(p, k) + done, c.data(), to, b.width(p) - done);
                }
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

    /** n neighbouring elements of {@code to} += factor · those of {@code from}. */
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

    @Override
    public void tanh(Matrix a, Matrix out) {
        ShapeChecks.require(out, a.rows(), a.columns());
        ShapeChecks.requireApart(a, out);
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                out.set(i, j, FloatMath.tanh(a.get(i, j)));
            }
        }
    }

    @Override
    public void sigmoid(Matrix a, Matrix out) {
        ShapeChecks.require(out, a.rows(), a.columns());
        ShapeChecks.requireApart(a, out);
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                out.set(i, j, FloatMath.sigmoid(a.get(i, j)));
            }
        }
    }

    @Override
    public void exp(Matrix a, Matrix out) {
        ShapeChecks.require(out, a.rows(), a.columns());
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                out.set(i, j, FloatMath.exp(a.get(i, j)));
            }
        }
    }

    @Override
    public void relu(Matrix a, Matrix out) {
        ShapeChecks.require(out, a.rows(), a.columns());
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                out.set(i, j, Pointwise.relu(a.get(i, j)));
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
        ShapeChecks.require(c, a.rows(), a.columns());
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                c.set(i, j, Pointwise.flush(Math.fma(factor, a.get(i, j), c.get(i, j))));
            }
        }
    }

    @Override
    public void tanhBackward(Matrix h, Matrix dh, Matrix dz) {
        ShapeChecks.require(dh, h.rows(), h.columns());
        ShapeChecks.require(dz, h.rows(), h.columns());
        ShapeChecks.requireApart(dh, dz);
        for (int i = 0; i < h.rows(); i++) {
            for (int j = 0; j < h.columns(); j++) {
                dz.set(i, j, Pointwise.flush(dh.get(i, j) * Pointwise.tanhSlope(h.get(i, j))));
            }
        }
    }

    @Override
    public void sigmoidBackward(Matrix h, Matrix dh, Matrix dz) {
        ShapeChecks.require(dh, h.rows(), h.columns());
        ShapeChecks.require(dz, h.rows(), h.columns());
        for (int i = 0; i < h.rows(); i++) {
            for (int j = 0; j < h.columns(); j++) {
                dz.set(i, j, Pointwise.flush(dh.get(i, j) * Pointwise.sigmoidSlope(h.get(i, j))));
            }
        }
    }

    @Override
    public void reluBackward(Matrix h, Matrix dh, Matrix dz) {
        ShapeChecks.require(dh, h.rows(), h.columns());
        ShapeChecks.require(dz, h.rows(), h.columns());
        for (int i = 0; i < h.rows(); i++) {
            for (int j = 0; j < h.columns(); j++) {
                dz.set(i, j, Pointwise.reluBackward(h.get(i, j), dh.get(i, j)));
            }
        }
    }

    @Override
    public void tanhBackwardTangent(Matrix h, Matrix hDot, Matrix dh, Matrix dhDot, Matrix dzDot) {
        ShapeChecks.backwardTangent(h, hDot, dh, dhDot, dzDot);
        for (int i = 0; i < h.rows(); i++) {
            for (int j = 0; j < h.columns(); j++) {
                dzDot.set(
                        i,
                        j,
                        Pointwise.tanhBackwardTangent(h.get(i, j), hDot.get(i, j), dh.get(i, j), dhDot.get(i, j)));
            }
        }
    }

    @Override
    public void sigmoidBackwardTangent(Matrix h, Matrix hDot, Matrix dh, Matrix dhDot, Matrix dzDot) {
        ShapeChecks.backwardTangent(h, hDot, dh, dhDot, dzDot);
        for (int i = 0; i < h.rows(); i++) {
            for (int j = 0; j < h.columns(); j++) {
                dzDot.set(
                        i,
                        j,
                        Pointwise.sigmoidBackwardTangent(h.get(i, j), hDot.get(i, j), dh.get(i, j), dhDot.get(i, j)));
            }
        }
    }

    @Override
    public void lstmForward(Matrix z, Matrix cPrevious, Matrix gates, Matrix c, Matrix tanhC, Matrix h) {
        ShapeChecks.lstmForward(z, cPrevious, gates, c, tanhC, h);
        for (int row = 0; row < gates.rows(); row++) {
            for (int unit = 0; unit < c.columns(); unit++) {
                Pointwise.lstmForward(row, unit, z, cPrevious, gates, c, tanhC, h);
            }
        }
    }

    @Override
    public void lstmCellBackward(Matrix gates, Matrix tanhC, Matrix dh, Matrix dcAfter, Matrix dc) {
        ShapeChecks.lstmCellBackward(gates, tanhC, dh, dcAfter, dc);
        for (int row = 0; row < gates.rows(); row++) {
            for (int unit = 0; unit < dc.columns(); unit++) {
                Pointwise.lstmCellBackward(row, unit, gates, tanhC, dh, dcAfter, dc);
            }
        }
    }

    @Override
    public void lstmGatesBackward(
            Matrix gates, Matrix cPrevious, Matrix tanhC, Matrix dh, Matrix dc, Matrix dz, Matrix dcPrevious) {
        ShapeChecks.lstmGatesBackward(gates, cPrevious, tanhC, dh, dc, dz, dcPrevious);
        for (int row = 0; row < gates.rows(); row++) {
            for (int unit = 0; unit < dc.columns(); unit++) {
                Pointwise.lstmGatesBackward(row, unit, gates, cPrevious, tanhC, dh, dc, dz, dcPrevious);
            }
        }
    }

    @Override
    public void lstmTangent(
            Matrix gates, Matrix cPrevious, Matrix tanhC, Matrix zDot, Matrix cDotPrevious, Matrix cDot, Matrix hDot) {
        ShapeChecks.lstmTangent(gates, cPrevious, tanhC, zDot, cDotPrevious, cDot, hDot);
        for (int row = 0; row < gates.rows(); row++) {
            for (int unit = 0; unit < cDot.columns(); unit++) {
                Pointwise.lstmTangent(row, unit, gates, cPrevious, tanhC, zDot, cDotPrevious, cDot, hDot);
            }
        }
    }

    @Override
    public void addAndFlush(Matrix a, Matrix sum) {
        ShapeChecks.require(a, sum.rows(), sum.columns());
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                sum.set(i, j, Pointwise.flush(sum.get(i, j) + a.get(i, j)));
            }
        }
    }

    @Override
    public void gateForward(Matrix s, Matrix a, Matrix out) {
        GatedShapeChecks.gateForward(s, a, out);
        for (int row = 0; row < out.rows(); row++) {
            for (int unit = 0; unit < out.columns(); unit++) {
                GateUnits.gateForward(row, unit, s, a, out);
            }
        }
    }

    @Override
    public void gateBackward(Matrix s, Matrix a, Matrix dOut, Matrix dz, Matrix da) {
        GatedShapeChecks.gateBackward(s, a, dOut, dz, da);
        for (int row = 0; row < dz.rows(); row++) {
            for (int unit = 0; unit < dz.columns(); unit++) {
                GateUnits.gateBackward(row, unit, s, a, dOut, dz, da);
            }
        }
    }

    @Override
    public void gateTangent(Matrix s, Matrix a, Matrix zDot, Matrix aDot, Matrix outDot) {
        GatedShapeChecks.gateTangent(s, a, zDot, aDot, outDot);
        for (int row = 0; row < outDot.rows(); row++) {
            for (int unit = 0; unit < outDot.columns(); unit++) {
                GateUnits.gateTangent(row, unit, s, a, zDot, aDot, outDot);
            }
        }
    }

    @Override
    public void gateBackwardTangent(
            Matrix s, Matrix a, Matrix zDot, Matrix aDot, Matrix dOut, Matrix dOutDot, Matrix dzDot, Matrix daDot) {
        GatedShapeChecks.gateBackwardTangent(s, a, zDot, aDot, dOut, dOutDot, dzDot, daDot);
        for (int row = 0; row < dzDot.rows(); row++) {
            for (int unit = 0; unit < dzDot.columns(); unit++) {
                GateUnits.gateBackwardTangent(row, unit, s, a, zDot, aDot, dOut, dOutDot, dzDot, daDot);
            }
        }
    }

    @Override
    public void mixForward(Matrix s, Matrix a, Matrix b, Matrix out) {
        GatedShapeChecks.mixForward(s, a, b, out);
        for (int row = 0; row < out.rows(); row++) {
            for (int unit = 0; unit < out.columns(); unit++) {
                GateUnits.mixForward(row, unit, s, a, b, out);
            }
        }
    }

    @Override
    public void mixBackward(Matrix s, Matrix a, Matrix b, Matrix dOut, Matrix dz, Matrix da, Matrix db) {
        GatedShapeChecks.mixBackward(s, a, b, dOut, dz, da, db);
        for (int row = 0; row < dz.rows(); row++) {
            for (int unit = 0; unit < dz.columns(); unit++) {
                GateUnits.mixBackward(row, unit, s, a, b, dOut, dz, da, db);
            }
        }
    }

    @Override
    public void mixTangent(Matrix s, Matrix a, Matrix b, Matrix zDot, Matrix aDot, Matrix bDot, Matrix outDot) {
        GatedShapeChecks.mixTangent(s, a, b, zDot, aDot, bDot, outDot);
        for (int row = 0; row < outDot.rows(); row++) {
            for (int unit = 0; unit < outDot.columns(); unit++) {
                GateUnits.mixTangent(row, unit, s, a, b, zDot, aDot, bDot, outDot);
            }
        }
    }

    @Override
    public void gruForward(Matrix z, Matrix hPrevious, Matrix gates, Matrix h) {
        GatedShapeChecks.gruForward(z, hPrevious, gates, h);
        for (int row = 0; row < h.rows(); row++) {
            for (int unit = 0; unit < h.columns(); unit++) {
                GruUnits.forward(row, unit, z, hPrevious, gates, h);
            }
        }
    }

    @Override
    public void gruBackward(Matrix gates, Matrix hPrevious, Matrix dh, Matrix dz, Matrix dhPrevious) {
        GatedShapeChecks.gruBackward(gates, hPrevious, dh, dz, dhPrevious);
        for (int row = 0; row < dh.rows(); row++) {
            for (int unit = 0; unit < dh.columns(); unit++) {
                GruUnits.backward(row, unit, gates, hPrevious, dh, dz, dhPrevious);
            }
        }
    }

    @Override
    public void gruTangent(Matrix gates, Matrix hPrevious, Matrix zDot, Matrix hDotPrevious, Matrix hDot) {
        GatedShapeChecks.gruTangent(gates, hPrevious, zDot, hDotPrevious, hDot);
        for (int row = 0; row < hDot.rows(); row++) {
            for (int unit = 0; unit < hDot.columns(); unit++) {
                GruUnits.tangent(row, unit, gates, hPrevious, zDot, hDotPrevious, hDot);
            }
        }
    }

    @Override
    public void carouselForward(Matrix z, Matrix cPrevious, Matrix gates, Matrix c, Matrix squashed, Matrix h) {
        GatedShapeChecks.carouselForward(z, cPrevious, gates, c, squashed, h);
        for (int row = 0; row < c.rows(); row++) {
            for (int unit = 0; unit < c.columns(); unit++) {
                CarouselUnits.forward(row, unit, z, cPrevious, gates, c, squashed, h);
            }
        }
    }

    @Override
    public void carouselCellBackward(Matrix gates, Matrix squashed, Matrix dh, Matrix dcAfter, Matrix dc) {
        GatedShapeChecks.carouselCellBackward(gates, squashed, dh, dcAfter, dc);
        for (int row = 0; row < dc.rows(); row++) {
            for (int unit = 0; unit < dc.columns(); unit++) {
                CarouselUnits.cellBackward(row, unit, gates, squashed, dh, dcAfter, dc);
            }
        }
    }

    @Override
    public void carouselGatesBackward(Matrix gates, Matrix squashed, Matrix dh, Matrix dc, Matrix dz) {
        GatedShapeChecks.carouselGatesBackward(gates, squashed, dh, dc, dz);
        for (int row = 0; row < dc.rows(); row++) {
            for (int unit = 0; unit < dc.columns(); unit++) {
                CarouselUnits.gatesBackward(row, unit, gates, squashed, dh, dc, dz);
            }
        }
    }

    @Override
    public void carouselTangent(
            Matrix gates, Matrix squashed, Matrix zDot, Matrix cDotPrevious, Matrix cDot, Matrix hDot) {
        GatedShapeChecks.carouselTangent(gates, squashed, zDot, cDotPrevious, cDot, hDot);
        for (int row = 0; row < cDot.rows(); row++) {
            for (int unit = 0; unit < cDot.columns(); unit++) {
                CarouselUnits.tangent(row, unit, gates, squashed, zDot, cDotPrevious, cDot, hDot);
            }
        }
    }

    @Override
    public void modRelu(Matrix z, Matrix bias, Matrix h) {
        ShapeChecks.require(bias, 1, z.columns());
        ShapeChecks.require(h, z.rows(), z.columns());
        for (int i = 0; i < z.rows(); i++) {
            for (int j = 0; j < z.columns(); j++) {
                h.set(i, j, Pointwise.modRelu(z.get(i, j), bias.get(0, j)));
            }
        }
    }

    @Override
    public void modReluTangent(Matrix h, Matrix zDot, Matrix biasDot, Matrix hDot) {
        ShapeChecks.modReluTangent(h, zDot, biasDot, hDot);
        for (int i = 0; i < h.rows(); i++) {
            for (int j = 0; j < h.columns(); j++) {
                hDot.set(i, j, Pointwise.modReluTangent(h.get(i, j), zDot.get(i, j), biasDot.get(0, j)));
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
    public double dot(float[] a, int aFrom, float[] b, int bFrom, int n) {
        int whole = n - n % LANES;
        double sum = tree(0, 1, a, aFrom, b, bFrom, whole);
        for (int i = whole; i < n; i++) {
            sum += (double) a[aFrom + i] * b[bFrom + i];
        }
        return sum;
    }

    /** The sum of the lanes {@code lane}, {@code lane + step}, {@code lane + 2 step} and so on. */
    private static double tree(int lane, int step, float[] a, int aFrom, float[] b, int bFrom, int n) {
        if (step < LANES) {
            return tree(lane, 2 * step, a, aFrom, b, bFrom, n) + tree(lane + step, 2 * step, a, aFrom, b, bFrom, n);
        }
        double sum = 0;
        for (int i = lane; i < n; i += LANES) {
            sum += (double) a[aFrom + i] * b[bFrom + i];
        }
        return sum;
    }

    @Override
    public float maxAbs(float[] a, int from, int n) {
        float greatest = 0f;
        for (int i = from; i < from + n; i++) {
            greatest = Math.max(greatest, Math.abs(a[i])); // NaN where either is
        }
        return greatest;
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
    public void clamp(float bound, float[] a, int from, int n) {
        for (int i = from; i < from + n; i++) {
            a[i] = Pointwise.clamp(bound, a[i]);
        }
    }
}
