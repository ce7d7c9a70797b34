package org.longspan.numerics.kernel.vector;

import org.longspan.numerics.LstmStep;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.kernel.plain.GatedShapeChecks;

/** The LSTM step, a vector of units at a time. */
final class VectorLstmStep implements LstmStep {

    @Override
    public void forward(Matrix z, Matrix cPrevious, Matrix gates, Matrix c, Matrix tanhC, Matrix h) {
        GatedShapeChecks.lstmForward(z, cPrevious, gates, c, tanhC, h);
        for (int row = 0; row < gates.rows(); row++) {
            LstmRows.forward(row, z, cPrevious, gates, c, tanhC, h);
        }
    }

    @Override
    public void cellBackward(Matrix gates, Matrix tanhC, Matrix dh, Matrix dcAfter, Matrix dc) {
        GatedShapeChecks.lstmCellBackward(gates, tanhC, dh, dcAfter, dc);
        for (int row = 0; row < gates.rows(); row++) {
            LstmRows.cellBackward(row, gates, tanhC, dh, dcAfter, dc);
        }
    }

    @Override
    public void gatesBackward(
            Matrix gates, Matrix cPrevious, Matrix tanhC, Matrix dh, Matrix dc, Matrix dz, Matrix dcPrevious) {
        GatedShapeChecks.lstmGatesBackward(gates, cPrevious, tanhC, dh, dc, dz, dcPrevious);
        for (int row = 0; row < gates.rows(); row++) {
            LstmRows.gatesBackward(row, gates, cPrevious, tanhC, dh, dc, dz, dcPrevious);
        }
    }

    @Override
    public void tangent(
            Matrix gates, Matrix cPrevious, Matrix tanhC, Matrix zDot, Matrix cDotPrevious, Matrix cDot, Matrix hDot) {
        GatedShapeChecks.lstmTangent(gates, cPrevious, tanhC, zDot, cDotPrevious, cDot, hDot);
        for (int row = 0; row < gates.rows(); row++) {
            LstmRows.tangent(row, gates, cPrevious, tanhC, zDot, cDotPrevious, cDot, hDot);
        }
    }
}
