package org.longspan.numerics.kernel.plain;

import org.longspan.numerics.GruStep;
import org.longspan.numerics.Matrix;

/** The step of a gated recurrent unit, one unit after another. */
final class PlainGruStep implements GruStep {

    @Override
    public void forward(Matrix z, Matrix hPrevious, Matrix gates, Matrix h) {
        GatedShapeChecks.gruForward(z, hPrevious, gates, h);
        for (int row = 0; row < h.rows(); row++) {
            for (int unit = 0; unit < h.columns(); unit++) {
                GruUnits.forward(row, unit, z, hPrevious, gates, h);
            }
        }
    }

    @Override
    public void backward(Matrix gates, Matrix hPrevious, Matrix dh, Matrix dz, Matrix dhPrevious) {
        GatedShapeChecks.gruBackward(gates, hPrevious, dh, dz, dhPrevious);
        for (int row = 0; row < dh.rows(); row++) {
            for (int unit = 0; unit < dh.columns(); unit++) {
                GruUnits.backward(row, unit, gates, hPrevious, dh, dz, dhPrevious);
            }
        }
    }

    @Override
    public void tangent(Matrix gates, Matrix hPrevious, Matrix zDot, Matrix hDotPrevious, Matrix hDot) {
        GatedShapeChecks.gruTangent(gates, hPrevious, zDot, hDotPrevious, hDot);
        for (int row = 0; row < hDot.rows(); row++) {
            for (int unit = 0; unit < hDot.columns(); unit++) {
                GruUnits.tangent(row, unit, gates, hPrevious, zDot, hDotPrevious, hDot);
            }
        }
    }
}
