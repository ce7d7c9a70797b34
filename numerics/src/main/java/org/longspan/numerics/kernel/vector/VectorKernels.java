package org.longspan.numerics.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;
import org.longspan.numerics.kernel.plain.GatedShapeChecks;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.numerics.kernel.plain.ShapeChecks;

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
        ShapeChecks.product(a, b, c);
        Products.compute(c, c.stride(), a, b, c);
    }

    @Override
    public void setProduct(Matrix row, Matrix a, Panels b, Matrix c) {
        ShapeChecks.require(row, 1, c.columns());
        ShapeChecks.product(a, b, c);
        Products.compute(row, 0, a, b, c);
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

    @Override
    public void tanh(Matrix a, Matrix out) {
        ShapeChecks.require(out, a.rows(), a.columns());
        ShapeChecks.requireApart(a, out);
        int width = RowOperations.width(a, out);
        for (int i = 0; i < RowOperations.count(a, width); i++) {
            Activations.tanh(a.data(), a.row(i), out.data(), out.row(i), width);
        }
    }

    @Override
    public void sigmoid(Matrix a, Matrix out) {
        ShapeChecks.require(out, a.rows(), a.columns());
        ShapeChecks.requireApart(a, out);
        int width = RowOperations.width(a, out);
        for (int i = 0; i < RowOperations.count(a, width); i++) {
            Activations.sigmoid(a.data(), a.row(i), out.data(), out.row(i), width);
        }
    }

    @Override
    public void exp(Matrix a, Matrix out) {
        ShapeChecks.require(out, a.rows(), a.columns());
        int width = RowOperations.width(a, out);
        for (int i = 0; i < RowOperations.count(a, width); i++) {
            Activations.exp(a.data(), a.row(i), out.data(), out.row(i), width);
        }
    }

    @Override
    public void relu(Matrix a, Matrix out) {
        ShapeChecks.require(out, a.rows(), a.columns());
        int width = RowOperations.width(a, out);
        for (int i = 0; i < RowOperations.count(a, width); i++) {
            Rectifier.forward(a.data(), a.row(i), out.data(), out.row(i), width);
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
        ShapeChecks.require(c, a.rows(), a.columns());
        for (int i = 0; i < a.rows(); i++) {
            RowOperations.addScaled(factor, a.data(), a.row(i), c.data(), c.row(i), a.columns());
        }
    }

    @Override
    public void tanhBackward(Matrix h, Matrix dh, Matrix dz) {
        ShapeChecks.require(dh, h.rows(), h.columns());
        ShapeChecks.require(dz, h.rows(), h.columns());
        ShapeChecks.requireApart(dh, dz);
        for (int i = 0; i < h.rows(); i++) {
            Activations.tanhBackward(h.data(), h.row(i), dh.data(), dh.row(i), dz.data(), dz.row(i), h.columns());
        }
    }

    @Override
    public void sigmoidBackward(Matrix h, Matrix dh, Matrix dz) {
        ShapeChecks.require(dh, h.rows(), h.columns());
        ShapeChecks.require(dz, h.rows(), h.columns());
        for (int i = 0; i < h.rows(); i++) {
            Activations.sigmoidBackward(h.data(), h.row(i), dh.data(), dh.row(i), dz.data(), dz.row(i), h.columns());
        }
    }

    @Override
    public void reluBackward(Matrix h, Matrix dh, Matrix dz) {
        ShapeChecks.require(dh, h.rows(), h.columns());
        ShapeChecks.require(dz, h.rows(), h.columns());
        for (int i = 0; i < h.rows(); i++) {
            Rectifier.backward(h.data(), h.row(i), dh.data(), dh.row(i), dz.data(), dz.row(i), h.columns());
        }
    }

    @Override
    public void tanhBackwardTangent(Matrix h, Matrix hDot, Matrix dh, Matrix dhDot, Matrix dzDot) {
        ShapeChecks.backwardTangent(h, hDot, dh, dhDot, dzDot);
        for (int row = 0; row < h.rows(); row++) {
            SlopeRows.tanh(row, h, hDot, dh, dhDot, dzDot);
        }
    }

    @Override
    public void sigmoidBackwardTangent(Matrix h, Matrix hDot, Matrix dh, Matrix dhDot, Matrix dzDot) {
        ShapeChecks.backwardTangent(h, hDot, dh, dhDot, dzDot);
        for (int row = 0; row < h.rows(); row++) {
            SlopeRows.sigmoid(row, h, hDot, dh, dhDot, dzDot);
        }
    }

    @Override
    public void lstmForward(Matrix z, Matrix cPrevious, Matrix gates, Matrix c, Matrix tanhC, Matrix h) {
        ShapeChecks.lstmForward(z, cPrevious, gates, c, tanhC, h);
        for (int row = 0; row < gates.rows(); row++) {
            LstmRows.forward(row, z, cPrevious, gates, c, tanhC, h);
        }
    }

    @Override
    public void lstmCellBackward(Matrix gates, Matrix tanhC, Matrix dh, Matrix dcAfter, Matrix dc) {
        ShapeChecks.lstmCellBackward(gates, tanhC, dh, dcAfter, dc);
        for (int row = 0; row < gates.rows(); row++) {
            LstmRows.cellBackward(row, gates, tanhC, dh, dcAfter, dc);
        }
    }

    @Override
    public void lstmGatesBackward(
            Matrix gates, Matrix cPrevious, Matrix tanhC, Matrix dh, Matrix dc, Matrix dz, Matrix dcPrevious) {
        ShapeChecks.lstmGatesBackward(gates, cPrevious, tanhC, dh, dc, dz, dcPrevious);
        for (int row = 0; row < gates.rows(); row++) {
            LstmRows.gatesBackward(row, gates, cPrevious, tanhC, dh, dc, dz, dcPrevious);
        }
    }

    @Override
    public void lstmTangent(
            Matrix gates, Matrix cPrevious, Matrix tanhC, Matrix zDot, Matrix cDotPrevious, Matrix cDot, Matrix hDot) {
        ShapeChecks.lstmTangent(gates, cPrevious, tanhC, zDot, cDotPrevious, cDot, hDot);
        for (int row = 0; row < gates.rows(); row++) {
            LstmRows.tangent(row, gates, cPrevious, tanhC, zDot, cDotPrevious, cDot, hDot);
        }
    }

    @Override
    public void addAndFlush(Matrix a, Matrix sum) {
        ShapeChecks.require(a, sum.rows(), sum.columns());
        for (int i = 0; i < a.rows(); i++) {
            RowOperations.addAndFlush(a.data(), a.row(i), sum.data(), sum.row(i), a.columns());
        }
    }

    @Override
    public void gateForward(Matrix s, Matrix a, Matrix out) {
        GatedShapeChecks.gateForward(s, a, out);
        for (int row = 0; row < out.rows(); row++) {
            GateRows.gateForward(row, s, a, out);
        }
    }

    @Override
    public void gateBackward(Matrix s, Matrix a, Matrix dOut, Matrix dz, Matrix da) {
        GatedShapeChecks.gateBackward(s, a, dOut, dz, da);
        for (int row = 0; row < dz.rows(); row++) {
            GateRows.gateBackward(row, s, a, dOut, dz, da);
        }
    }

    @Override
    public void gateTangent(Matrix s, Matrix a, Matrix zDot, Matrix aDot, Matrix outDot) {
        GatedShapeChecks.gateTangent(s, a, zDot, aDot, outDot);
        for (int row = 0; row < outDot.rows(); row++) {
            GateRows.gateTangent(row, s, a, zDot, aDot, outDot);
        }
    }

    @Override
    public void gateBackwardTangent(
            Matrix s, Matrix a, Matrix zDot, Matrix aDot, Matrix dOut, Matrix dOutDot, Matrix dzDot, Matrix daDot) {
        GatedShapeChecks.gateBackwardTangent(s, a, zDot, aDot, dOut, dOutDot, dzDot, daDot);
        for (int row = 0; row < dzDot.rows(); row++) {
            SlopeRows.gate(row, s, a, zDot, aDot, dOut, dOutDot, dzDot, daDot);
        }
    }

    @Override
    public void mixForward(Matrix s, Matrix a, Matrix b, Matrix out) {
        GatedShapeChecks.mixForward(s, a, b, out);
        for (int row = 0; row < out.rows(); row++) {
            GateRows.mixForward(row, s, a, b, out);
        }
    }

    @Override
    public void mixBackward(Matrix s, Matrix a, Matrix b, Matrix dOut, Matrix dz, Matrix da, Matrix db) {
        GatedShapeChecks.mixBackward(s, a, b, dOut, dz, da, db);
        for (int row = 0; row < dz.rows(); row++) {
            GateRows.mixBackward(row, s, a, b, dOut, dz, da, db);
        }
    }

    @Override
    public void mixTangent(Matrix s, Matrix a, Matrix b, Matrix zDot, Matrix aDot, Matrix bDot, Matrix outDot) {
        GatedShapeChecks.mixTangent(s, a, b, zDot, aDot, bDot, outDot);
        for (int row = 0; row < outDot.rows(); row++) {
            GateRows.mixTangent(row, s, a, b, zDot, aDot, bDot, outDot);
        }
    }

    @Override
    public void gruForward(Matrix z, Matrix hPrevious, Matrix gates, Matrix h) {
        GatedShapeChecks.gruForward(z, hPrevious, gates, h);
        for (int row = 0; row < h.rows(); row++) {
            GruRows.forward(row, z, hPrevious, gates, h);
        }
    }

    @Override
    public void gruBackward(Matrix gates, Matrix hPrevious, Matrix dh, Matrix dz, Matrix dhPrevious) {
        GatedShapeChecks.gruBackward(gates, hPrevious, dh, dz, dhPrevious);
        for (int row = 0; row < dh.rows(); row++) {
            GruRows.backward(row, gates, hPrevious, dh, dz, dhPrevious);
        }
    }

    @Override
    public void gruTangent(Matrix gates, Matrix hPrevious, Matrix zDot, Matrix hDotPrevious, Matrix hDot) {
        GatedShapeChecks.gruTangent(gates, hPrevious, zDot, hDotPrevious, hDot);
        for (int row = 0; row < hDot.rows(); row++) {
            GruRows.tangent(row, gates, hPrevious, zDot, hDotPrevious, hDot);
        }
    }

    @Override
    public void carouselForward(Matrix z, Matrix cPrevious, Matrix gates, Matrix c, Matrix squashed, Matrix h) {
        GatedShapeChecks.carouselForward(z, cPrevious, gates, c, squashed, h);
        for (int row = 0; row < c.rows(); row++) {
            CarouselRows.forward(row, z, cPrevious, gates, c, squashed, h);
        }
    }

    @Override
    public void carouselCellBackward(Matrix gates, Matrix squashed, Matrix dh, Matrix dcAfter, Matrix dc) {
        GatedShapeChecks.carouselCellBackward(gates, squashed, dh, dcAfter, dc);
        for (int row = 0; row < dc.rows(); row++) {
            CarouselRows.cellBackward(row, gates, squashed, dh, dcAfter, dc);
        }
    }

    @Override
    public void carouselGatesBackward(Matrix gates, Matrix squashed, Matrix dh, Matrix dc, Matrix dz) {
        GatedShapeChecks.carouselGatesBackward(gates, squashed, dh, dc, dz);
        for (int row = 0; row < dc.rows(); row++) {
            CarouselRows.gatesBackward(row, gates, squashed, dh, dc, dz);
        }
    }

    @Override
    public void carouselTangent(
            Matrix gates, Matrix squashed, Matrix zDot, Matrix cDotPrevious, Matrix cDot, Matrix hDot) {
        GatedShapeChecks.carouselTangent(gates, squashed, zDot, cDotPrevious, cDot, hDot);
        for (int row = 0; row < cDot.rows(); row++) {
            CarouselRows.tangent(row, gates, squashed, zDot, cDotPrevious, cDot, hDot);
        }
    }

    @Override
    public void modRelu(Matrix z, Matrix bias, Matrix h) {
        ShapeChecks.require(bias, 1, z.columns());
        ShapeChecks.require(h, z.rows(), z.columns());
        for (int row = 0; row < z.rows(); row++) {
            ModReluRows.forward(row, z, bias, h);
        }
    }

    @Override
    public void modReluTangent(Matrix h, Matrix zDot, Matrix biasDot, Matrix hDot) {
        ShapeChecks.modReluTangent(h, zDot, biasDot, hDot);
        for (int row = 0; row < h.rows(); row++) {
            ModReluRows.tangent(row, h, zDot, biasDot, hDot);
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
