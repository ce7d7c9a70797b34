package org.longspan.numerics.kernel.plain;

import org.longspan.numerics.Activations;
import org.longspan.numerics.FloatMath;
import org.longspan.numerics.Matrix;

/** Activation functions, one element after another. */
final class PlainActivations implements Activations {

    @Override
    public void tanh(Matrix a, Matrix out) {
        ShapeChecks.requireLike(a, out);
        ShapeChecks.requireApart(a, out);
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                out.set(i, j, FloatMath.tanh(a.get(i, j)));
            }
        }
    }

    @Override
    public void flushedTanh(Matrix a, Matrix out) {
        ShapeChecks.requireLike(a, out);
        ShapeChecks.requireApart(a, out);
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                out.set(i, j, Pointwise.flush(FloatMath.tanh(a.get(i, j))));
            }
        }
    }

    @Override
    public void sigmoid(Matrix a, Matrix out) {
        ShapeChecks.requireLike(a, out);
        ShapeChecks.requireApart(a, out);
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                out.set(i, j, FloatMath.sigmoid(a.get(i, j)));
            }
        }
    }

    @Override
    public void relu(Matrix a, Matrix out) {
        ShapeChecks.requireLike(a, out);
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                out.set(i, j, Pointwise.relu(a.get(i, j)));
            }
        }
    }

    @Override
    public void tanhBackward(Matrix h, Matrix dh, Matrix dz) {
        ShapeChecks.requireLike(h, dh);
        ShapeChecks.requireLike(h, dz);
        ShapeChecks.requireApart(dh, dz);
        for (int i = 0; i < h.rows(); i++) {
            for (int j = 0; j < h.columns(); j++) {
                dz.set(i, j, Pointwise.flush(dh.get(i, j) * Pointwise.tanhSlope(h.get(i, j))));
            }
        }
    }

    @Override
    public void flushingTanhBackward(Matrix h, Matrix dh, Matrix dz) {
        ShapeChecks.requireLike(h, dh);
        ShapeChecks.requireLike(h, dz);
        ShapeChecks.requireApart(dh, dz);
        for (int i = 0; i < h.rows(); i++) {
            for (int j = 0; j < h.columns(); j++) {
                dh.set(i, j, Pointwise.flush(dh.get(i, j)));
                dz.set(i, j, Pointwise.flush(dh.get(i, j) * Pointwise.tanhSlope(h.get(i, j))));
            }
        }
    }

    @Override
    public void sigmoidBackward(Matrix h, Matrix dh, Matrix dz) {
        ShapeChecks.requireLike(h, dh);
        ShapeChecks.requireLike(h, dz);
        for (int i = 0; i < h.rows(); i++) {
            for (int j = 0; j < h.columns(); j++) {
                dz.set(i, j, Pointwise.flush(dh.get(i, j) * Pointwise.sigmoidSlope(h.get(i, j))));
            }
        }
    }

    @Override
    public void reluBackward(Matrix h, Matrix dh, Matrix dz) {
        ShapeChecks.requireLike(h, dh);
        ShapeChecks.requireLike(h, dz);
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
    public void modRelu(Matrix z, Matrix bias, Matrix h) {
        ShapeChecks.require(bias, 1, z.columns());
        ShapeChecks.requireLike(z, h);
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
}
