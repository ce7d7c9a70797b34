package org.longspan.numerics.kernel.vector;

import org.longspan.numerics.Activations;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.kernel.plain.ShapeChecks;

/** Activation functions, a vector of elements at a time. */
final class VectorActivations implements Activations {

    @Override
    public void tanh(Matrix a, Matrix out) {
        ShapeChecks.requireLike(a, out);
        ShapeChecks.requireApart(a, out);
        tanh(0f, a, out);
    }

    @Override
    public void flushedTanh(Matrix a, Matrix out) {
        ShapeChecks.requireLike(a, out);
        ShapeChecks.requireApart(a, out);
        tanh(Kernels.FLOOR, a, out);
    }

    /** tanh, or 0 where it is under {@code floor} in magnitude. */
    private static void tanh(float floor, Matrix a, Matrix out) {
        int width = RowOperations.width(a, out);
        int rows = RowOperations.count(a, width);
        ActivationRows.tanh(
                floor, a.data(), a.offset(), a.stride(), out.data(), out.offset(), out.stride(), rows, width);
    }

    @Override
    public void sigmoid(Matrix a, Matrix out) {
        ShapeChecks.requireLike(a, out);
        ShapeChecks.requireApart(a, out);
        int width = RowOperations.width(a, out);
        int rows = RowOperations.count(a, width);
        ActivationRows.sigmoid(a.data(), a.offset(), a.stride(), out.data(), out.offset(), out.stride(), rows, width);
    }

    @Override
    public void relu(Matrix a, Matrix out) {
        ShapeChecks.requireLike(a, out);
        int width = RowOperations.width(a, out);
        for (int i = 0; i < RowOperations.count(a, width); i++) {
            RectifierRows.forward(a.data(), a.row(i), out.data(), out.row(i), width);
        }
    }

    @Override
    public void tanhBackward(Matrix h, Matrix dh, Matrix dz) {
        ShapeChecks.requireLike(h, dh);
        ShapeChecks.requireLike(h, dz);
        ShapeChecks.requireApart(dh, dz);
        for (int i = 0; i < h.rows(); i++) {
            ActivationRows.tanhBackward(h.data(), h.row(i), dh.data(), dh.row(i), dz.data(), dz.row(i), h.columns());
        }
    }

    @Override
    public void flushingTanhBackward(Matrix h, Matrix dh, Matrix dz) {
        ShapeChecks.requireLike(h, dh);
        ShapeChecks.requireLike(h, dz);
        ShapeChecks.requireApart(dh, dz);
        for (int i = 0; i < h.rows(); i++) {
            ActivationRows.flushingTanhBackward(
                    h.data(), h.row(i), dh.data(), dh.row(i), dz.data(), dz.row(i), h.columns());
        }
    }

    @Override
    public void sigmoidBackward(Matrix h, Matrix dh, Matrix dz) {
        ShapeChecks.requireLike(h, dh);
        ShapeChecks.requireLike(h, dz);
        for (int i = 0; i < h.rows(); i++) {
            ActivationRows.sigmoidBackward(h.data(), h.row(i), dh.data(), dh.row(i), dz.data(), dz.row(i), h.columns());
        }
    }

    @Override
    public void reluBackward(Matrix h, Matrix dh, Matrix dz) {
        ShapeChecks.requireLike(h, dh);
        ShapeChecks.requireLike(h, dz);
        for (int i = 0; i < h.rows(); i++) {
            RectifierRows.backward(h.data(), h.row(i), dh.data(), dh.row(i), dz.data(), dz.row(i), h.columns());
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
    public void modRelu(Matrix z, Matrix bias, Matrix h) {
        ShapeChecks.require(bias, 1, z.columns());
        ShapeChecks.requireLike(z, h);
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
}
