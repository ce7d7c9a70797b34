package org.longspan.numerics.kernel.vector;

import org.longspan.numerics.GruStep;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.kernel.plain.GatedShapeChecks;

/** The step of a gated recurrent unit, a vector of units at a time. */
final class VectorGruStep implements GruStep {

    @Override
    public void forward(Matrix z, Matrix hPrevious, Matrix gates, Matrix h) {
        GatedShapeChecks.gruForward(z, hPrevious, gates, h);
        int group = VectorLstmStep.group(gates);
        for (int row = 0; row < h.rows(); row += group) {
            GruRows.forward(row, Math.min(group, h.rows() - row), z, hPrevious, gates, h);
        }
    }

    @Override
    public void backward(Matrix gates, Matrix hPrevious, Matrix dh, Matrix dz, Matrix dhPrevious) {
        GatedShapeChecks.gruBackward(gates, hPrevious, dh, dz, dhPrevious);
        for (int row = 0; row < dh.rows(); row++) {
            GruRows.backward(row, gates, hPrevious, dh, dz, dhPrevious);
        }
    }

    @Override
    public void tangent(Matrix gates, Matrix hPrevious, Matrix zDot, Matrix hDotPrevious, Matrix hDot) {
        GatedShapeChecks.gruTangent(gates, hPrevious, zDot, hDotPrevious, hDot);
        for (int row = 0; row < hDot.rows(); row++) {
            GruRows.tangent(row, gates, hPrevious, zDot, hDotPrevious, hDot);
        }
    }
}
